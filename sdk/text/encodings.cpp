// SPDX-License-Identifier: Apache-2.0
/// The table of encodings (https://encoding.spec.whatwg.org, names and labels).

#include "encodings.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "weft/error.hpp"
#include "weft/text/decode.hpp"

namespace weft {
namespace {

// ICU lacks this one: its characters from 0xA0 on.
constexpr std::u32string_view kIso8859Part16 =
    U"\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏ"
    U"ĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ";
static_assert(kIso8859Part16.size() == 96);

// Labels of the Encoding Standard, with some spellings beyond it. Different from it: GBK is
// gb18030, which decodes alike; x-user-defined is windows-1252, as in a page's meta element; what
// the standard replaces as a danger to browsers (HZ, ISO-2022-KR and -CN) is decoded.
constexpr std::array kEncodings = {
    Encoding{"gb18030", "gb18030", Repertoire::kChinese, 0,
             "936 chinese cp936 csgb2312 csiso58gb231280 euc-cn gb18030 gb2312 gb_18030 gb_2312 "
             "gb_2312-80 gbk iso-ir-58 ms936 windows-936 x-gbk"},
    Encoding{"Big5", "Big5-HKSCS", Repertoire::kChinese, 0,
             "950 big-5 big5 big5-hkscs big5hkscs cn-big5 cp950 csbig5 windows-950 x-x-big5"},
    Encoding{"HZ-GB-2312", "HZ", Repertoire::kChinese, -1, "hz hz-gb-2312"},
    Encoding{"ISO-2022-CN", "ISO-2022-CN-EXT", Repertoire::kChinese, -1,
             "iso-2022-cn iso-2022-cn-ext"},
    Encoding{"Shift_JIS", "windows-31j", Repertoire::kJapanese, 0,
             "932 cp932 csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j windows-932 "
             "x-sjis"},
    Encoding{"EUC-JP", "EUC-JP", Repertoire::kJapanese, 0,
             "cseucpkdfmtjapanese euc-jp eucjp ujis x-euc-jp"},
    Encoding{"ISO-2022-JP", "ISO-2022-JP", Repertoire::kJapanese, -1, "csiso2022jp iso-2022-jp"},
    Encoding{"EUC-KR", "windows-949", Repertoire::kKorean, 0,
             "949 cp949 cseuckr csksc56011987 euc-kr euckr iso-ir-149 korean ks_c_5601-1987 "
             "ks_c_5601-1989 ksc5601 ksc_5601 ms949 uhc windows-949"},
    Encoding{"ISO-2022-KR", "ISO-2022-KR", Repertoire::kKorean, -1, "csiso2022kr iso-2022-kr"},
    Encoding{"windows-1252", "windows-1252", Repertoire::kWestern, 0,
             "1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 "
             "iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 "
             "x-cp1252 x-user-defined"},
    Encoding{"ISO-8859-15", "ISO-8859-15", Repertoire::kWestern, -1,
             "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"},
    Encoding{"macintosh", "macintosh", Repertoire::kWestern, 12,
             "csmacintosh mac macintosh x-mac-roman"},
    Encoding{"windows-1258", "windows-1258", Repertoire::kVietnamese, 8,
             "cp1258 windows-1258 x-cp1258"},
    Encoding{"windows-1250", "windows-1250", Repertoire::kCentral, 4,
             "1250 cp1250 windows-1250 x-cp1250"},
    Encoding{"ISO-8859-2", "ISO-8859-2", Repertoire::kCentral, 5,
             "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 "
             "latin2"},
    Encoding{"ISO-8859-16", "ISO-8859-1", Repertoire::kCentral, -1, "iso-8859-16", kIso8859Part16},
    Encoding{"windows-1251", "windows-1251", Repertoire::kCyrillic, 0,
             "1251 cp1251 windows-1251 x-cp1251"},
    Encoding{"KOI8-R", "KOI8-R", Repertoire::kCyrillic, 1, "cskoi8r koi koi8 koi8-r koi8_r"},
    Encoding{"KOI8-U", "KOI8-U", Repertoire::kCyrillic, 3, "koi8-ru koi8-u"},
    Encoding{"IBM866", "IBM866", Repertoire::kCyrillic, 5, "866 cp866 csibm866 ibm866"},
    Encoding{"ISO-8859-5", "ISO-8859-5", Repertoire::kCyrillic, 5,
             "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 "
             "iso_8859-5:1988"},
    Encoding{"x-mac-cyrillic", "x-mac-cyrillic", Repertoire::kCyrillic, 8,
             "x-mac-cyrillic x-mac-ukrainian"},
    Encoding{"windows-1253", "windows-1253", Repertoire::kGreek, 4, "cp1253 windows-1253 x-cp1253"},
    Encoding{"ISO-8859-7", "ISO-8859-7", Repertoire::kGreek, 5,
             "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 "
             "iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
    Encoding{"windows-1254", "windows-1254", Repertoire::kTurkish, 4,
             "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 "
             "iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254"},
    Encoding{"windows-1255", "windows-1255", Repertoire::kHebrew, 4,
             "cp1255 windows-1255 x-cp1255"},
    Encoding{"ISO-8859-8", "ISO-8859-8", Repertoire::kHebrew, 6,
             "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 "
             "iso88598 iso_8859-8 iso_8859-8:1988 visual"},
    Encoding{"ISO-8859-8-I", "ISO-8859-8", Repertoire::kHebrew, -1,
             "csiso88598i iso-8859-8-i logical"},
    Encoding{"windows-1256", "windows-1256", Repertoire::kArabic, 4,
             "cp1256 windows-1256 x-cp1256"},
    Encoding{"ISO-8859-6", "ISO-8859-6", Repertoire::kArabic, 6,
             "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 "
             "iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    Encoding{"windows-874", "windows-874", Repertoire::kThai, 4,
             "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"},
    Encoding{"windows-1257", "windows-1257", Repertoire::kBaltic, 6,
             "cp1257 windows-1257 x-cp1257"},
    Encoding{"ISO-8859-13", "ISO-8859-13", Repertoire::kBaltic, -1,
             "iso-8859-13 iso8859-13 iso885913"},
    Encoding{"ISO-8859-4", "ISO-8859-4", Repertoire::kBaltic, -1,
             "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 "
             "latin4"},
    Encoding{"ISO-8859-10", "ISO-8859-10", Repertoire::kWestern, -1,
             "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    Encoding{"ISO-8859-14", "ISO-8859-14", Repertoire::kWestern, -1,
             "iso-8859-14 iso8859-14 iso885914"},
    Encoding{"ISO-8859-3", "ISO-8859-3", Repertoire::kCentral, -1,
             "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 "
             "latin3"},
    Encoding{"UTF-8", "UTF-8", Repertoire::kAny, 0,
             "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"},
    Encoding{"UTF-16LE", "UTF-16LE", Repertoire::kAny, 6,
             "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le utf16 utf16le"},
    Encoding{"UTF-16BE", "UTF-16BE", Repertoire::kAny, 6, "unicodefffe utf-16be utf16be"},
    Encoding{"UTF-32LE", "UTF-32LE", Repertoire::kAny, -1, "ucs-4 utf-32 utf-32le"},
    Encoding{"UTF-32BE", "UTF-32BE", Repertoire::kAny, -1, "utf-32be"},
};

bool has_label(std::string_view labels, std::string_view label) {
  while (!labels.empty()) {
    const std::size_t end = std::min(labels.find(' '), labels.size());
    if (labels.substr(0, end) == label) return true;
    labels.remove_prefix(std::min(end + 1, labels.size()));
  }
  return false;
}

std::string fold_label(std::string_view label) {
  const std::string_view space = " \t\r\n\f\"'";
  const std::size_t begin = std::min(label.find_first_not_of(space), label.size());
  const std::size_t end = label.find_last_not_of(space) + 1;
  std::string out(label.substr(begin, end > begin ? end - begin : 0));
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

}  // namespace

std::span<const Encoding> all_encodings() {
  return kEncodings;
}

const Encoding& encoding_named(std::string_view name) {
  const auto* found = std::find_if(kEncodings.begin(), kEncodings.end(),
                                   [&](const Encoding& entry) { return entry.name == name; });
  if (found == kEncodings.end())
    throw Error(WEFT_E_INTERNAL, "weft_text has no encoding named " + std::string(name));
  return *found;
}

const Encoding* find_encoding(std::string_view label) {
  const std::string folded = fold_label(label);
  if (folded.empty() || folded.find(' ') != std::string::npos) return nullptr;
  const auto* found =
      std::find_if(kEncodings.begin(), kEncodings.end(),
                   [&](const Encoding& entry) { return has_label(entry.labels, folded); });
  return found == kEncodings.end() ? nullptr : &*found;
}

std::string_view encoding_of_label(std::string_view label) {
  const Encoding* found = find_encoding(label);
  return found == nullptr ? std::string_view{} : found->name;
}

std::string_view charset_of(std::string_view media_type) {
  constexpr std::string_view kKey = "charset=";
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  const auto* found =
      std::search(media_type.begin(), media_type.end(), kKey.begin(), kKey.end(), same);
  if (found == media_type.end()) return {};
  std::string_view label =
      media_type.substr(static_cast<std::size_t>(found - media_type.begin()) + kKey.size());
  label = label.substr(0, label.find(';'));
  constexpr std::string_view kAround = " \"'";
  const std::size_t begin = label.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  return label.substr(begin, label.find_last_not_of(kAround) + 1 - begin);
}

}  // namespace weft
