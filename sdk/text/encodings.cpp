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

constexpr std::array kEncodings = {
    Encoding{"gb18030", "gb18030", Repertoire::kChinese, 0,
             "gb18030 gbk gb2312 gb_2312 gb_2312-80 x-gbk chinese csgb2312 csiso58gb231280 "
             "iso-ir-58 cp936 936 windows-936 ms936 euc-cn hz-gb-2312"},
    Encoding{"Big5", "Big5-HKSCS", Repertoire::kChinese, 0,
             "big5 big5-hkscs big5hkscs cn-big5 csbig5 x-x-big5 cp950 950 windows-950 big-5"},
    Encoding{"Shift_JIS", "windows-31j", Repertoire::kJapanese, 0,
             "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis windows-31j ms932 cp932 932 "
             "windows-932"},
    Encoding{"EUC-JP", "EUC-JP", Repertoire::kJapanese, 0,
             "euc-jp eucjp x-euc-jp cseucpkdfmtjapanese ujis"},
    Encoding{"ISO-2022-JP", "ISO-2022-JP", Repertoire::kJapanese, -1, "iso-2022-jp csiso2022jp"},
    Encoding{"EUC-KR", "windows-949", Repertoire::kKorean, 0,
             "euc-kr euckr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
             "csksc56011987 iso-ir-149 windows-949 cp949 949 ms949 uhc"},
    Encoding{"windows-1252", "windows-1252", Repertoire::kWestern, 0,
             "windows-1252 cp1252 x-cp1252 1252 latin1 l1 iso-8859-1 iso8859-1 iso_8859-1 iso88591 "
             "iso_8859-1:1987 iso-ir-100 csisolatin1 cp819 ibm819 ascii us-ascii "
             "ansi_x3.4-1968"},
    Encoding{"ISO-8859-15", "ISO-8859-15", Repertoire::kWestern, -1,
             "iso-8859-15 iso8859-15 iso_8859-15 iso885915 latin9 l9 csisolatin9"},
    Encoding{"macintosh", "macintosh", Repertoire::kWestern, 12,
             "macintosh mac x-mac-roman csmacintosh"},
    Encoding{"windows-1250", "windows-1250", Repertoire::kCentral, 4,
             "windows-1250 cp1250 x-cp1250 1250"},
    Encoding{"ISO-8859-2", "ISO-8859-2", Repertoire::kCentral, 5,
             "iso-8859-2 iso8859-2 iso_8859-2 iso88592 latin2 l2 iso-ir-101 csisolatin2"},
    Encoding{"windows-1251", "windows-1251", Repertoire::kCyrillic, 0,
             "windows-1251 cp1251 x-cp1251 1251"},
    Encoding{"KOI8-R", "KOI8-R", Repertoire::kCyrillic, 1, "koi8-r koi8_r koi8 koi cskoi8r"},
    Encoding{"KOI8-U", "KOI8-U", Repertoire::kCyrillic, 3, "koi8-u koi8-ru"},
    Encoding{"IBM866", "IBM866", Repertoire::kCyrillic, 5, "ibm866 cp866 866 csibm866"},
    Encoding{"ISO-8859-5", "ISO-8859-5", Repertoire::kCyrillic, 5,
             "iso-8859-5 iso8859-5 iso_8859-5 iso88595 cyrillic iso-ir-144 csisolatincyrillic"},
    Encoding{"x-mac-cyrillic", "x-mac-cyrillic", Repertoire::kCyrillic, 8,
             "x-mac-cyrillic x-mac-ukrainian"},
    Encoding{"windows-1253", "windows-1253", Repertoire::kGreek, 4,
             "windows-1253 cp1253 x-cp1253 1253"},
    Encoding{"ISO-8859-7", "ISO-8859-7", Repertoire::kGreek, 5,
             "iso-8859-7 iso8859-7 iso_8859-7 iso88597 greek greek8 iso-ir-126 csisolatingreek"},
    Encoding{"windows-1254", "windows-1254", Repertoire::kTurkish, 4,
             "windows-1254 cp1254 x-cp1254 1254 iso-8859-9 iso8859-9 iso88599 latin5 l5"},
    Encoding{"windows-1255", "windows-1255", Repertoire::kHebrew, 4,
             "windows-1255 cp1255 x-cp1255 1255 iso-8859-8-i logical"},
    Encoding{"windows-1256", "windows-1256", Repertoire::kArabic, 4,
             "windows-1256 cp1256 x-cp1256 1256"},
    Encoding{"ISO-8859-6", "ISO-8859-6", Repertoire::kArabic, 6,
             "iso-8859-6 iso8859-6 iso_8859-6 arabic ecma-114 asmo-708"},
    Encoding{"ISO-8859-8", "ISO-8859-8", Repertoire::kHebrew, 6,
             "iso-8859-8 iso8859-8 iso_8859-8 hebrew visual"},
    Encoding{"windows-1257", "windows-1257", Repertoire::kBaltic, 6,
             "windows-1257 cp1257 x-cp1257 1257"},
    Encoding{"ISO-8859-4", "ISO-8859-4", Repertoire::kBaltic, -1, "iso-8859-4 iso8859-4 latin4 l4"},
    Encoding{"ISO-8859-13", "ISO-8859-13", Repertoire::kBaltic, -1, "iso-8859-13 iso8859-13"},
    Encoding{"ISO-8859-10", "ISO-8859-10", Repertoire::kWestern, -1,
             "iso-8859-10 iso8859-10 latin6 l6"},
    Encoding{"ISO-8859-3", "ISO-8859-3", Repertoire::kCentral, -1, "iso-8859-3 latin3 l3"},
    Encoding{"windows-1258", "windows-1258", Repertoire::kWestern, -1,
             "windows-1258 cp1258 x-cp1258 1258"},
    Encoding{"windows-874", "windows-874", Repertoire::kThai, 4,
             "windows-874 tis-620 iso-8859-11 iso8859-11 dos-874"},
    Encoding{"UTF-8", "UTF-8", Repertoire::kAny, 0, "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8"},
    Encoding{"UTF-16LE", "UTF-16LE", Repertoire::kAny, 6,
             "utf-16le utf-16 utf16 ucs-2 unicode csunicode iso-10646-ucs-2 unicodefeff utf16le"},
    Encoding{"UTF-16BE", "UTF-16BE", Repertoire::kAny, 6, "utf-16be utf16be unicodefffe"},
    Encoding{"UTF-32LE", "UTF-32LE", Repertoire::kAny, -1, "utf-32le utf-32 ucs-4"},
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

}  // namespace weft
