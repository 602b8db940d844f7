// SPDX-License-Identifier: Apache-2.0
/// Decoding: finding encodings of our own sentences, repairing, and tracing back.

#include "weft/text/decode.hpp"

#include <unicode/ucnv.h>

#include <catch2/catch.hpp>

#include "weft/error.hpp"
#include "weft/offset_map.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

using namespace std::string_literals;

const std::string kSimplified =
    "昨天下午，老师带着我们去河边看船。风很大，可是没有人想回家。我们在桥上坐了一个小时，把面包分给"
    "水"
    "里的鸭子。";
const std::string kTraditional =
    "昨天下午，老師帶著我們去河邊看船。風很大，可是沒有人想回家。我們在橋上坐了一個小時，把麵包分給"
    "水"
    "裡的鴨子。";
const std::string kJapanese =
    "昨日の午後、先生は私たちを川へ連れて行きました。風が強かったのですが、だれも帰りたいとは言いま"
    "せん"
    "でした。";
const std::string kKorean =
    "어제 오후에 선생님은 우리를 강가로 데리고 가셨다. 바람이 많이 불었지만 아무도 집에 가고 "
    "싶어하지 않았다.";
const std::string kRussian =
    "Вчера днём учитель повёл нас к реке смотреть на лодки. Дул сильный ветер, но домой никто не "
    "хотел.";
const std::string kGerman =
    "Gestern führte uns der Lehrer an den Fluss. Es war stürmisch, aber keiner wollte schon nach "
    "Hause.";
const std::string kFrench =
    "Hier après-midi, le maître nous a emmenés près de la rivière. Personne ne voulait déjà "
    "rentrer.";
const std::string kPolish =
    "Wczoraj nauczyciel zabrał nas nad rzekę, żeby oglądać łodzie. Wiał silny wiatr, ale nikt nie "
    "chciał "
    "wracać.";
const std::string kEnglish =
    "Yesterday the teacher took us to the river. Nobody wanted to go home.";

std::string encode(const std::string& text, const char* converter) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(text.size() * 4 + 16, '\0');
  const int32_t size =
      ucnv_convert(converter, "UTF-8", out.data(), static_cast<int32_t>(out.size()), text.data(),
                   static_cast<int32_t>(text.size()), &status);
  REQUIRE(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

struct Cell {
  const std::string* text;
  const char* converter;
  const char* encoding;
};

TEST_CASE("the charset of a media type is found in any case and without its quotes") {
  CHECK(weft::charset_of("text/html; charset=gbk") == "gbk");
  CHECK(weft::charset_of("text/html;Charset=\"Big5\"; x=y") == "Big5");
  CHECK(weft::charset_of("text/html; charset=").empty());
  CHECK(weft::charset_of("text/html").empty());
}

TEST_CASE("encodings are found from the bytes alone") {
  const std::vector<Cell> cells = {{&kSimplified, "gb18030", "gb18030"},
                                   {&kSimplified, "UTF-8", "UTF-8"},
                                   {&kSimplified, "UTF-16LE", "UTF-16LE"},
                                   {&kSimplified, "UTF-16BE", "UTF-16BE"},
                                   {&kTraditional, "Big5", "Big5"},
                                   {&kTraditional, "UTF-16LE", "UTF-16LE"},
                                   {&kJapanese, "Shift_JIS", "Shift_JIS"},
                                   {&kJapanese, "EUC-JP", "EUC-JP"},
                                   {&kJapanese, "UTF-16BE", "UTF-16BE"},
                                   {&kJapanese, "ISO-2022-JP", "ISO-2022-JP"},
                                   {&kKorean, "EUC-KR", "EUC-KR"},
                                   {&kKorean, "UTF-16LE", "UTF-16LE"},
                                   {&kRussian, "windows-1251", "windows-1251"},
                                   {&kRussian, "KOI8-R", "KOI8-R"},
                                   {&kGerman, "windows-1252", "windows-1252"},
                                   {&kFrench, "windows-1252", "windows-1252"},
                                   {&kPolish, "windows-1250", "windows-1250"},
                                   {&kPolish, "ISO-8859-2", "ISO-8859-2"},
                                   {&kEnglish, "UTF-16LE", "UTF-16LE"},
                                   {&kEnglish, "UTF-8", "UTF-8"}};
  for (const Cell& cell : cells) {
    CAPTURE(cell.converter, *cell.text);
    const Decoded decoded = decode(encode(*cell.text, cell.converter));
    CHECK(decoded.encoding == cell.encoding);
    CHECK(decoded.text == *cell.text);
    CHECK(decoded.repaired == 0);
  }
}

TEST_CASE("more encodings are found: seven-bit ones, UTF-32, alphabets") {
  const std::string turkish =
      "Dün öğretmen bizi ırmağa götürdü. Çok rüzgârlıydı ama kimse eve dönmek istemiyordu.";
  const std::string italian = "La nave è in ritardo, ma non è un problema: il capitano è cortese.";
  const std::string hungarian =
      "Tegnap a tanító kivitt minket a folyóhoz hajókat nézni. Erős szél fújt, de senki sem akart "
      "hazamenni, mert a fűben jó volt ülni.";
  const std::string bulgarian = "Учителят ни заведе до реката. Никой не искаше да се прибира.";
  const std::string capitals = "ВЧЕРА УЧИТЕЛЬ ПОВЁЛ НАС К РЕКЕ СМОТРЕТЬ НА ЛОДКИ";
  const std::string greek = "Χθες ο δάσκαλος μάς πήγε στο ποτάμι. Κανείς δεν ήθελε να γυρίσει.";
  const std::string hebrew = "אתמול לקח אותנו המורה אל הנהר. איש לא רצה לחזור הביתה.";
  const std::string arabic = "أخذنا المعلم أمس إلى النهر لنرى القوارب، ولم يرد أحد أن يعود.";
  const std::string thai = "เมื่อวานนี้ครูพาพวกเราไปดูเรือที่ริมแม่น้ำ ลมแรงมากแต่ไม่มีใครอยากกลับบ้าน";
  const std::string latvian =
      "Vakar skolotājs mūs aizveda pie upes skatīties kuģus. Pūta stiprs vējš.";
  const std::vector<Cell> cells = {
      {&kSimplified, "HZ", "HZ-GB-2312"},           {&kKorean, "ISO-2022-KR", "ISO-2022-KR"},
      {&kSimplified, "UTF-32LE", "UTF-32LE"},       {&kEnglish, "UTF-32BE", "UTF-32BE"},
      {&turkish, "windows-1254", "windows-1254"},   {&italian, "windows-1252", "windows-1252"},
      {&hungarian, "windows-1250", "windows-1250"}, {&bulgarian, "windows-1251", "windows-1251"},
      {&capitals, "windows-1251", "windows-1251"},  {&capitals, "KOI8-R", "KOI8-R"},
      {&greek, "windows-1253", "windows-1253"},     {&hebrew, "windows-1255", "windows-1255"},
      {&arabic, "windows-1256", "windows-1256"},    {&thai, "windows-874", "windows-874"},
      {&latvian, "windows-1257", "windows-1257"}};
  for (const Cell& cell : cells) {
    CAPTURE(cell.converter, *cell.text);
    const Decoded decoded = decode(encode(*cell.text, cell.converter));
    CHECK(decoded.encoding == cell.encoding);
    CHECK(decoded.text == *cell.text);
  }
}

TEST_CASE("tildes and braces in code are no HZ") {
  CHECK(decode("if (~{a} & b) { return ~{c~} }").encoding == "UTF-8");
}

TEST_CASE("a few broken bytes among much UTF-8 are repaired, wherever they stand") {
  const std::string good = kRussian + kSimplified;
  const Decoded front = decode("It\x92s late. " + good);
  CHECK(front.encoding == "UTF-8");
  CHECK(front.repaired == 1);
  std::string tail;
  while (tail.size() < 200000)
    tail += good;
  CHECK(decode(tail + "\xFF\xFE\xE4").repaired == 3);
  CHECK(decode(tail + "\xFF\xFE\xE4").encoding == "UTF-8");
}

TEST_CASE("a dozen characters are enough for the encodings of Chinese") {
  const std::string text = kSimplified.substr(0, 36);
  for (const char* converter : {"gb18030", "UTF-16LE", "UTF-16BE", "UTF-8"}) {
    CAPTURE(converter);
    CHECK(decode(encode(text, converter)).text == text);
  }
}

TEST_CASE("byte order marks decide and are left out") {
  CHECK(decode("\xEF\xBB\xBFhi").text == "hi");
  CHECK(decode("\xEF\xBB\xBFhi").encoding == "UTF-8");
  CHECK(decode("\xFF\xFEh\0i\0"s).text == "hi");
  CHECK(decode("\xFE\xFF\0h\0i"s).encoding == "UTF-16BE");
  const std::string utf32 = "\xFF\xFE\0\0h\0\0\0"s;
  CHECK(decode(utf32).text == "h");
}

TEST_CASE("a declared label is believed where the bytes allow it") {
  const std::string bytes = "caf\xE9";  // Western as well as Central European
  CHECK(decode(bytes).encoding == "windows-1252");
  CHECK(decode(bytes, "iso-8859-2").encoding == "ISO-8859-2");
  CHECK(decode(bytes, "no-such-label").encoding == "windows-1252");
}

TEST_CASE("a declared label is not believed against the bytes") {
  CHECK(decode(encode(kSimplified, "gb18030"), "utf-8").text == kSimplified);
  CHECK(decode(encode(kSimplified, "gb18030"), "iso-8859-1").text == kSimplified);
  CHECK(decode(kSimplified, "gbk").encoding == "UTF-8");
}

TEST_CASE("labels are read as the web reads them") {
  CHECK(encoding_of_label("GB2312") == "gb18030");
  CHECK(encoding_of_label(" Latin1 ") == "windows-1252");
  CHECK(encoding_of_label("x-sjis") == "Shift_JIS");
  CHECK(encoding_of_label("ks_c_5601-1987") == "EUC-KR");
  CHECK(encoding_of_label("utf-7").empty());
  CHECK(encoding_of_label("").empty());
}

TEST_CASE("NUL and broken bytes become U+FFFD, counted and mapped") {
  const std::string bytes = "ab\0c\xE4\xB8"s + "中";
  const Decoded decoded = decode(bytes);
  CHECK(decoded.text == "ab\xEF\xBF\xBD"s + "c\xEF\xBF\xBD中");
  CHECK(decoded.repaired == 2);
  const MappedRange broken = trace(decoded.runs, 6, 9);
  CHECK(broken.begin == 4);
  CHECK(broken.end == 6);
}

TEST_CASE("one U+FFFD stands for each maximal ill-formed part") {
  // Unicode 15, table 3-8 and its neighbours, behind text that makes the whole UTF-8.
  const std::string head = "河水很深";
  CHECK(decode(head + "\xF4\x90\x80\x80").repaired == 4);
  CHECK(decode(head + "\xC0\xAF.").repaired == 2);
  CHECK(decode(head + "\xF0\x9F\x92x").repaired == 1);
  CHECK(decode(head + "\xED\xA0\x80.").repaired == 3);
}

TEST_CASE("every character is traced to its bytes") {
  const std::string text = "a船b風";
  const std::string bytes = encode(text + kSimplified, "gb18030");
  const Decoded decoded = decode(bytes);
  REQUIRE(decoded.text == text + kSimplified);
  const MappedRange ship = trace(decoded.runs, 1, 4);
  CHECK(ship.begin == 1);
  CHECK(ship.end == 3);
  const MappedRange wind = trace(decoded.runs, 5, 8);
  CHECK(wind.begin == 4);
  CHECK(wind.end == 6);
  const MappedRange all = trace(decoded.runs, 0, static_cast<std::uint32_t>(decoded.text.size()));
  CHECK(all.end == bytes.size());
}

TEST_CASE("long sources keep their offsets across slices") {
  std::string text = "x";
  while (text.size() < 300000)
    text += kTraditional;
  const std::string bytes = encode(text, "Big5");
  const Decoded decoded = decode(bytes);
  REQUIRE(decoded.text == text);
  std::uint64_t there = 0;
  for (const weft_run& run : decoded.runs) {
    CHECK(run.there == there);
    there += std::uint64_t{run.count} * run.there_unit;
  }
  CHECK(there == bytes.size());
}

TEST_CASE("surrogates without a partner are repaired") {
  CHECK(decode("\xFF\xFE"s + "a\0\x00\xD8"s + "b\0"s).repaired == 1);
  CHECK(decode("\xFF\xFE"s + "\x3D\xD8\x00\xDE"s).text == "\xF0\x9F\x98\x80");
}

TEST_CASE("empty input and plain ASCII are UTF-8") {
  CHECK(decode("").encoding == "UTF-8");
  CHECK(decode("").text.empty());
  CHECK(decode("plain", "gbk").encoding == "UTF-8");
  CHECK(decode("plain").runs.size() == 1);
}

TEST_CASE("any bytes decode to valid UTF-8 without NUL") {
  std::string bytes;
  unsigned state = 1;
  for (int round = 0; round < 200; ++round) {
    bytes.clear();
    for (int i = 0; i < 97; ++i) {
      state = state * 1103515245U + 12345U;
      bytes.push_back(static_cast<char>(state >> 16U));
    }
    const Decoded decoded = decode(bytes);
    CHECK(find_invalid_utf8(decoded.text) == std::string::npos);
    CHECK(decoded.text.find('\0') == std::string::npos);
  }
}

TEST_CASE("valid UTF-8 full of control characters stays UTF-8") {
  std::string text = "canary 17\n";
  for (char c = 1; c < 32; ++c)
    text += c;
  CHECK(decode(text).encoding == "UTF-8");
  for (int c = 0x80; c < 0xA0; ++c) {
    text += '\xC2';
    text += static_cast<char>(c);
  }
  CHECK(decode(text).encoding == "UTF-8");
  CHECK(decode(text).text.starts_with("canary 17"));
}

}  // namespace
}  // namespace weft
