// SPDX-License-Identifier: Apache-2.0
/// Finding credits and file names.

#include "credits.hpp"

#include <algorithm>
#include <vector>

#include "characters.hpp"
#include "match.hpp"
#include "names.hpp"
#include "scanner.hpp"
#include "shape.hpp"
#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

constexpr std::uint32_t kLongestCredit = 64;  // columns

// clang-format off

constexpr std::string_view kAgencies =
    "reuters | ap | afp | getty | getty images | xinhua | bloomberg | shutterstock | istock | istockphoto | "
    "unsplash | pexels | pixabay | epa | epa-efe | tass | kyodo | yonhap | alamy | dpa | ansa | efe | upi | "
    "pa | pa media | pa images | vcg | cfp | cns | cna | ic photo | nasa | noaa | usgs | wikimedia commons | wikipedia | "
    "flickr | associated press | the associated press | agence france-presse | zuma press | sipa | magnum | nurphoto | "
    "anadolu | anadolu agency | picture alliance | imago | "
    "路透社 | 路透 | 法新社 | 美联社 | 新华社 | 新华社发 | 中新社 | 中新网 | 中央社 | 彭博社 | 彭博 | 视觉中国 | 东方ic | 图虫 | "
    "图虫创意 | 盖蒂图片社 | 共同社 | 欧新社 | 人民视觉 | 全景网 | 网络 | 维基百科 | 维基共享资源 | 美通社 | 塔斯社 | 韩联社 | 德新社";
// What a credit says besides an agency's name.
constexpr std::string_view kCreditForms =
    "ap photo* | reuters/* | */reuters | afp/* | */afp | */ap | ap/* | getty images/* | */getty* | */bloomberg | "
    "*/shutterstock | */epa* | */xinhua | xinhua/* | photo* by * | photo by* | photo: * | photos: * | photo | "
    "file photo | file photo* | photo courtesy* | courtesy of * | courtesy * | image: * | image by * | image courtesy* | "
    "image credit* | photo credit* | credit: * | credit * | photograph by * | photograph: * | picture: * | "
    "illustration by * | illustration: * | archive photo | handout* | foto: * | foto von * | photo : * | фото: * | "
    "*提供 | *社发 | *摄 | *摄影 | *供图 | *图片社 | *截图 | *图片 | *照片 | *资料图 | *资料图* | *档案图 | *档案照 | *翻摄 | *制图 | *绘 | "
    "*/图 | 图/* | 图:* | 图源* | 图片来源* | 图片:* | 照片:* | 照片来源* | 摄影:* | 摄影/* | 摄/* | 供图:* | 来源:* | "
    "网络图* | 视频截图 | 新华社记者*摄 | 撮影*";
// Forms that stand alone on a line without being anything else.
constexpr std::string_view kCreditLines =
    "ap photo* | reuters/* | */reuters | */getty images | */afp | afp/* | photo by * | photos by * | photo: * | photos: * | "
    "photo courtesy* | image: * | image by * | image courtesy* | image credit* | photo credit* | credit: * | credit...* | "
    "photograph by * | photograph: * | picture: * | illustration by * | illustration: * | foto: * | фото: * | "
    "图/* | 图:* | 图源* | 图片来源* | 图片:* | 照片来源* | 摄影:* | 摄影/* | 供图:* | 供图/* | 新华社记者*摄 | 新华社发* | "
    "写真:* | 写真/* | 撮影:*";
constexpr std::string_view kOpeners =
    "图为* | 资料图* | 资料图片:* | 资料照片:* | 档案图片:* | 图说* | 图:* | 图一:* | 图二:* | 图三:* | 上图:* | 下图:* | 左图:* | "
    "右图:* | 上图为* | 下图为* | 左图为* | 右图为* | 配图* | 封面图* | 题图* | 插图:* | 示意图* | ▲* | △* | ↑* | "
    "photo: * | pictured: * | pictured * | above: * | below: * | left: * | right: * | file photo* | "
    "in this photo* | in this file photo* | in this image* | 写真:* | (写真)*";
constexpr std::string_view kImageWords =
    "jpg | jpeg | png | gif | webp | jumbo | superjumbo | thumb | thumbnail | hires | img | dsc | image | photo | screenshot";

// clang-format on

bool is_agency(std::string_view text) {
  return equals_any(match_key(text), kAgencies);
}

/// "Jo Dorn/Northern Wire", "Jo Dorn for The Gazette", "Northern Wire via Getty Images".
bool names_photographer(std::string_view tail) {
  for (const std::string_view joint : {"/", " for ", " via "}) {
    const std::size_t at = tail.find(joint);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view left = tail.substr(0, at);
    const std::string_view right = tail.substr(at + joint.size());
    const Shape shape = measure(right);
    const bool publication = shape.words <= 6 && shape.digits == 0 && is_upper(shape.first) &&
                             right.find(',') == std::string_view::npos;
    if (publication && (is_person_name(left) || is_agency(left) || is_agency(right))) return true;
  }
  return false;
}

bool is_credit(std::string_view text, bool& agency) {
  const Shape shape = measure(text);
  if (shape.letters < 2 || shape.width > kLongestCredit || shape.stops > 1) return false;
  const std::string key = match_key(text);
  agency = equals_any(key, kAgencies);
  return agency || fits_any(key, kCreditForms) || names_photographer(text);
}

/// In brackets at the very end, a full stop behind them allowed.
std::optional<Credit> bracketed(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view stop : {".", "。"}) {
    if (text.ends_with(stop)) end -= stop.size();
  }
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"},
                                    {"（", "）"},
                                    {"[", "]"},
                                    {"【", "】"}}) {
    if (!text.substr(0, end).ends_with(close)) continue;
    const std::size_t inner_end = end - close.size();
    const std::size_t at = text.substr(0, inner_end).rfind(open);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view inner =
        trim(text.substr(at + open.size(), inner_end - at - open.size()));
    Credit credit;
    if (!is_credit(inner, credit.agency_only)) continue;
    credit.begin = static_cast<std::size_t>(inner.data() - text.data());
    credit.end = credit.begin + inner.size();
    return credit;
  }
  return std::nullopt;
}

/// Where the text behind the last end of a sentence begins; npos when there is none.
std::size_t last_sentence_end(std::string_view text) {
  std::size_t found = std::string_view::npos;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    const bool wide = is_wide_stop(point) || (is_closer(point) && point >= 0x80 && found == at);
    const bool blank = is_blank(point) && (before == '.' || before == '!' || before == '?');
    if (wide || blank) found = at;
    before = point;
  }
  return found;
}

/// Behind the last sentence: "…… 。 Jo Dorn/Agency", "... at dawn. Photo: Jo Dorn".
std::optional<Credit> trailing(std::string_view text) {
  // "Jo M. Dorn/Agency" holds a stop of its own: the first fitting tail wins.
  std::size_t cut = last_sentence_end(text);
  for (int i = 0; i < 3 && cut != std::string_view::npos && cut > 0; ++i) {
    const std::string_view tail = trim(text.substr(cut));
    const std::string_view head = text.substr(0, cut);
    Credit credit;
    const bool latin_in_han = measure(head).ideographic() && !measure(tail).ideographic() &&
                              looks_like_names(tail) && !tail.ends_with('.');
    if (!tail.empty() && (latin_in_han || is_credit(tail, credit.agency_only))) {
      credit.begin = static_cast<std::size_t>(tail.data() - text.data());
      credit.end = credit.begin + tail.size();
      return credit;
    }
    cut = last_sentence_end(trim(head.substr(0, head.size() - 1)));
  }
  return std::nullopt;
}

/// A label inside the last words: "The harbor at dawn Photo: Jo Dorn".
std::optional<Credit> labelled(std::string_view text) {
  for (const std::string_view label :
       {"Photo:", "Photo by ", "Photograph:", "Credit:", "Image:", "Foto:", "摄影:", "摄影：",
        "攝影：", "图片来源", "圖片來源", "图源", "供图:", "图/", "圖/", "图／", "圖／"}) {
    const std::size_t at = text.rfind(label);
    if (at == std::string_view::npos || at == 0) continue;
    if (measure(text.substr(at)).width > kLongestCredit) continue;
    return Credit{at, text.size(), false};
  }
  return std::nullopt;
}

bool is_slug_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

struct Slug {
  std::size_t tokens = 0;
  std::size_t words = 0;  ///< tokens of letters alone, three or more
  bool file = false;      ///< a word of image files, or letters and digits mixed, at the end
};

Slug read_slug(std::string_view text) {
  Slug slug;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    bool letter = false;
    bool digit = false;
    while (end < text.size() && is_slug_letter(text[end])) {
      digit = digit || (text[end] >= '0' && text[end] <= '9');
      letter = letter || (text[end] >= 'a' && text[end] <= 'z');
      ++end;
    }
    if (end > at) {
      ++slug.tokens;
      const std::string_view token = text.substr(at, end - at);
      slug.words += !digit && token.size() >= 3 ? 1U : 0U;
      slug.file =
          (letter && digit) || equals_any(token, kImageWords) || (digit && token.size() >= 3);
    }
    at = end + 1;
  }
  return slug;
}

}  // namespace

std::optional<Credit> find_credit(std::string_view text) {
  const Shape shape = measure(text);
  if (const auto found = bracketed(text)) return found;
  if (shape.stopped() && !shape.ideographic()) return std::nullopt;
  if (const auto found = trailing(text)) return found;
  return labelled(text);
}

bool is_credit_line(std::string_view text) {
  const Shape shape = measure(text);
  if (shape.width > kLongestCredit + 20 || shape.stops > 1) return false;
  static const PatternSet kLines(kCreditLines);
  if (kLines.fit(match_key(text))) return true;
  const std::size_t slash = text.find('/');
  const bool tight = slash != std::string_view::npos && slash > 0 && slash + 1 < text.size() &&
                     text[slash - 1] != ' ' && text[slash + 1] != ' ';
  return tight && shape.width <= kLongestCredit && is_person_name(text.substr(0, slash)) &&
         names_photographer(text);
}

bool opens_caption(std::string_view key) {
  static const PatternSet kFirst(kOpeners);
  if (kFirst.fit(key)) return true;
  // "Figure 2:", "图3 "
  Scanner scanner(key, 0);
  const bool word = scanner.take_word("figure") || scanner.take_word("fig.") ||
                    scanner.take_word("图") || scanner.take_word("abbildung");
  scanner.skip_blanks();
  return word && scanner.take_number(2) > 0 && scanner.take_any(":. ") != 0;
}

bool opens_table(std::string_view key) {
  Scanner scanner(key, 0);
  const bool word = scanner.take_word("table") || scanner.take_word("chart") ||
                    scanner.take_word("图表") || scanner.take_word("表");
  scanner.skip_blanks();
  return word && scanner.take_number(2) > 0 && (scanner.done() || scanner.take_any(":. ") != 0);
}

bool labels_source(std::string_view key) {
  static const PatternSet kLabels(
      "source: * | sources: * | data: * | data source: * | 来源:* | 资料来源:* | 数据来源:*");
  return kLabels.fit(key);
}

std::size_t glued_slug_size(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_slug_letter(text[end]) || text[end] == ' ' || text[end] == '-' ||
                               text[end] == '_' || text[end] == '.'))
    ++end;
  if (end == 0 || end == text.size() || !is_slug_letter(text[end - 1])) return 0;
  std::size_t next = end;
  const char32_t after = next_code_point(text, next);
  if (!is_ideographic(after) && !is_upper(after)) return 0;
  const Slug slug = read_slug(text.substr(0, end));
  return slug.tokens >= 3 && slug.file ? end : 0;
}

bool is_slug(std::string_view text) {
  if (text.find_first_of("-_.") == std::string_view::npos) return false;
  if (text.find(' ') != std::string_view::npos) return false;
  const std::string key = match_key(text);
  const bool plain = std::all_of(key.begin(), key.end(), [](char c) {
    return is_slug_letter(c) || c == '-' || c == '_' || c == '.';
  });
  const bool joined = key.find_first_of("-_.") != std::string::npos;
  const Slug slug = plain && joined ? read_slug(key) : Slug{};
  const bool image = key.ends_with(".jpg") || key.ends_with(".jpeg") || key.ends_with(".png") ||
                     key.ends_with(".gif") || key.ends_with(".webp");
  return image ? plain : slug.tokens >= 3 && slug.words >= 2 && slug.file && text == key;
}

}  // namespace weft::plain
