// SPDX-License-Identifier: Apache-2.0
/// Captions: by credit, by opener, or by standing where captions stand in a text that has others.

#include <algorithm>
#include <vector>

#include "credits.hpp"
#include "match.hpp"
#include "passes.hpp"
#include "weft/vocabulary.h"

namespace weft::plain {
namespace {

constexpr std::uint32_t kCaptionWidth = 320;  // columns
constexpr std::uint32_t kMostStops = 3;
constexpr std::uint32_t kLeastWeakWidth = 12;
constexpr std::uint32_t kWeakWidth = 100;
constexpr std::uint32_t kHeading = 90;  // columns of the longest headings
constexpr std::uint32_t kHanHeading = 44;

// A paragraph goes on from the one before it, argues, quotes or asks; a caption does none of these.
constexpr std::string_view kArgues =
    "但* | 而* | 然而* | 不过* | 所以* | 因此* | 于是* | 其实* | 当然* | 可是* | 可* | 或许* | "
    "也许* | 毕竟* | 这* | 那* | 此* | "
    "他* | 她* | 它* | 我* | 你* | 您* | 首先* | 其次* | 最后* | 第一* | 第二* | 第三* | 答案* | "
    "问题* | 结果* | 后来* | 如果* | "
    "为什么* | 换句话说* | 总之* | 与此同时* | 同时* | 此外* | 另外* | 例如* | 比如* | 有人* | "
    "说到底* | 事实上* | 坦白* | "
    "*我们* | *是否* | *必须* | *应该* | *因为* | *所以* | *认为* | *表示* | *说:* | *说,* | *说* "
    "| *“* | *「* | *\"* | *如此* | "
    "but * | and * | so * | yet * | still * | however* | then * | now * | this * | that * | these "
    "* | those * | it * | "
    "he * | she * | they * | we * | i * | you * | there * | the answer * | the problem * | the "
    "question * | the result * | "
    "in fact* | of course* | meanwhile* | what * | why * | how * | if * | for example* | * said* | "
    "* says* | * because * | "
    "* should * | * must * | * would * | * could * | *“*";

class CaptionReader {
 public:
  explicit CaptionReader(Page& page) : page_(page) {}

  void read() {
    body_end_ = body_end();
    for (std::size_t i = 0; i < page_.units.size(); ++i)
      mark_strong(i);
    // In a text whose scripts take turns a short sentence is half of a pair.
    if (page_.interleaved || !page_.blank_separated || strong_ == 0) return;
    std::vector<std::size_t> weak;
    for (std::size_t i = page_.header_end; i < page_.units.size(); ++i) {
      if (is_weak(i)) weak.push_back(i);
    }
    // Where short paragraphs are common they are just that.
    if (weak.size() > strong_ + 1) return;
    for (const std::size_t i : weak)
      page_.mark(i, WEFT_SPAN_CAPTION);
  }

 private:
  [[nodiscard]] const Unit& unit(std::size_t i) const { return page_.units[i]; }

  void mark_strong(std::size_t i) {
    const Unit& line = unit(i);
    const bool slugged = line.kind == WEFT_SPAN_CAPTION;  // by cut_marks
    if (line.shape.width > kCaptionWidth || line.shape.stops > kMostStops) return;
    if (line.decided() && !slugged) return;
    if (line.item || line.quoted) return;
    // Apart from head and tail, whose sources are decided, it names where a figure came from.
    if (i > page_.header_end && !page_.is_prose(i) && labels_source(line.key)) {
      page_.mark(i, WEFT_SPAN_CREDIT);
      return;
    }
    if (is_credit_line(page_.text_of(line))) {
      page_.mark(i, WEFT_SPAN_CREDIT);
      if (i > 0 && may_own_credit(i - 1)) page_.mark(i - 1, WEFT_SPAN_CAPTION);
      return count(i);
    }
    const auto credit = find_credit(page_.text_of(line));
    const bool signs_off = credit && credit->agency_only && i + 1 >= body_end_ &&
                           line.shape.width * 2 > page_.prose_width && line.shape.stops > 1;
    if (credit && !signs_off) {
      page_.mark(i, WEFT_SPAN_CAPTION);
      page_.units[i].credit_begin = line.begin + credit->begin;
      page_.units[i].credit_end = line.begin + credit->end;
      return count(i);
    }
    if (!slugged && line.shape.letters >= 4 && opens_caption(line.key)) {
      page_.mark(i, WEFT_SPAN_CAPTION);
      count(i);
    }
  }

  /// Only pictures inside the body say how pictures stand in the body.
  void count(std::size_t i) { strong_ += i > page_.header_end && i + 1 < body_end_ ? 1U : 0U; }

  [[nodiscard]] std::size_t body_end() const {
    std::size_t end = page_.units.size();
    while (end > 0 && (unit(end - 1).decided() || !page_.is_prose(end - 1)))
      --end;
    return end;
  }

  /// The line above a credit of its own is what it belongs to, when it is short and apart.
  [[nodiscard]] bool may_own_credit(std::size_t i) const {
    const Unit& line = unit(i);
    const bool size = line.shape.width <= kCaptionWidth / 2 && line.shape.stops <= 2 &&
                      line.shape.width * 2 < std::max<std::uint32_t>(page_.prose_width, 80);
    // A line without a stop and with room below it heads a section.
    const bool caption = line.shape.ending == Ending::kStop || !line.blank_below;
    return !line.decided() && size && caption && (line.blank_above || !page_.blank_separated) &&
           i >= page_.header_end;
  }

  [[nodiscard]] bool is_between_paragraphs(std::size_t i) const {
    if (i == 0 || i + 1 >= page_.units.size()) return false;
    const auto body = [&](std::size_t j) {
      return (!unit(j).decided() && page_.is_prose(j)) || unit(j).kind == WEFT_SPAN_CAPTION;
    };
    return unit(i).blank_above && unit(i).blank_below && body(i - 1) && body(i + 1) &&
           unit(i - 1).shape.ending != Ending::kColon;
  }

  /// One short sentence or phrase alone among long paragraphs, in a text with credited captions.
  [[nodiscard]] bool is_weak(std::size_t i) const {
    const Unit& line = unit(i);
    const Shape& shape = line.shape;
    if (line.decided() || line.item || line.quoted || line.key.empty()) return false;
    if (shape.width < kLeastWeakWidth || shape.width > kWeakWidth || shape.stops > 1) return false;
    const bool end = shape.open() || shape.ending == Ending::kStop;
    if (!end || shape.width * 5 > page_.prose_width * 2) return false;
    if (!is_between_paragraphs(i) || fits_any(line.key, kArgues)) return false;
    // A phrase without a stop is a heading unless captions are common here and it is long for one.
    const std::uint32_t heading = shape.ideographic() ? kHanHeading : kHeading;
    if (shape.open()) return strong_ >= 2 && shape.width > heading;
    // One other caption is little to go by.
    return strong_ >= 2 || shape.width * 4 <= page_.prose_width;
  }

  Page& page_;
  std::size_t strong_ = 0;
  std::size_t body_end_ = 0;  ///< one behind the last paragraph
};

}  // namespace

bool under_figure(const Page& page, std::size_t i) {
  constexpr std::size_t kRows = 12;  // units looked at above
  for (std::size_t above = i; above-- > 0 && i - above <= kRows;) {
    const Unit& unit = page.units[above];
    const std::string_view text = page.text_of(unit);
    if (unit.kind == WEFT_SPAN_CAPTION || opens_caption(unit.key) || opens_table(unit.key))
      return true;
    if (unit.kind == WEFT_SPAN_TITLE || page.is_prose(above)) return false;
    for (const std::string_view column : {"\t", "  ", " | "}) {
      if (text.find(column) != std::string_view::npos) return true;
    }
  }
  return false;
}

void mark_captions(Page& page) {
  CaptionReader(page).read();
}

}  // namespace weft::plain
