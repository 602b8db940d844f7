// SPDX-License-Identifier: Apache-2.0
/// Takes the markup out of one line of a cue.
#include <weft/utf8.hpp>

#include <algorithm>

#include "cues.hpp"

namespace weft::srt {
namespace {

constexpr std::size_t kLongestTag = 300;
constexpr std::string_view kTags[] = {"i",    "b",  "u",    "s",  "c",    "v",  "lang",
                                      "ruby", "rt", "font", "br", "span", "em", "strong"};

struct Entity {
  std::string_view name, text;
};
constexpr Entity kEntities[] = {{"&amp;", "&"},       {"&lt;", "<"},       {"&gt;", ">"},
                                {"&quot;", "\""},     {"&#39;", "'"},      {"&apos;", "'"},
                                {"&nbsp;", "\u00A0"}, {"&lrm;", "\u200E"}, {"&rlm;", "\u200F"}};

class LineReader {
 public:
  LineReader(std::string_view text, std::size_t begin, std::size_t end)
      : line_(text.substr(0, end)), at_(begin) {}

  std::vector<CueLine> read() {
    while (at_ < line_.size()) {
      if (!take_tag() && !take_override() && !take_entity() && !take_break()) take_plain();
    }
    finish();
    return std::move(out_);
  }

 private:
  /// <i>, </i>, <c.yellow>, <v Name>, <00:00:01.000>; "<3" and "<sigh>" are text.
  bool take_tag() {
    if (line_[at_] != '<') return false;
    const std::size_t close = line_.substr(at_, kLongestTag).find('>');
    if (close == std::string_view::npos || close < 2) return false;
    const std::string_view whole = line_.substr(at_ + 1, close - 1);
    const bool ends = whole.front() == '/';
    const std::string_view inside = whole.substr(ends ? 1 : 0);
    const std::string_view named = inside.substr(0, inside.find_first_of(". \t/"));
    const bool time =
        named.size() >= 5 && named.find_first_not_of("0123456789:") == std::string_view::npos;
    std::string small(named);
    std::transform(small.begin(), small.end(), small.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (!time && std::find(std::begin(kTags), std::end(kTags), small) == std::end(kTags))
      return false;
    at_ += close + 1;
    if (small == "v" && !ends) begin_voice(inside);
    if (small == "br") finish();
    // What stands over ruby text says how to read it, a second time.
    if (small == "rt" && !ends) at_ = std::min(line_.find("</rt>", at_), line_.size());
    return true;
  }

  void begin_voice(std::string_view inside) {
    if (!blank()) finish();
    const std::size_t space = inside.find_first_of(" \t");
    if (space != std::string_view::npos)
      speaker_ = inside.substr(std::min(inside.find_first_not_of(" \t", space), inside.size()));
  }

  /// {\an8}, {\pos(1,2)}: what players for SubStation Alpha obey; {y:i}, {c:$0000ff} of MicroDVD.
  bool take_override() {
    if (line_[at_] != '{' || at_ + 2 >= line_.size()) return false;
    const bool mine = line_[at_ + 1] == '\\' || line_[at_ + 2] == ':';
    const std::size_t close = line_.substr(at_, kLongestTag).find('}');
    if (!mine || close == std::string_view::npos) return false;
    at_ += close + 1;
    return true;
  }

  bool take_entity() {
    if (line_[at_] != '&') return false;
    for (const Entity& entity : kEntities) {
      if (!line_.substr(at_).starts_with(entity.name)) continue;
      current_.text.whole(entity.text, at_, static_cast<std::uint32_t>(entity.name.size()));
      at_ += entity.name.size();
      return true;
    }
    return false;
  }

  /// "\N" and "\h" of SubStation Alpha.
  bool take_break() {
    const std::string_view rest = line_.substr(at_);
    if (rest.starts_with("\\h")) current_.text.whole(" ", at_, 2);
    if (rest.starts_with("\\N") || rest.starts_with("\\n")) finish();
    if (!rest.starts_with("\\h") && !rest.starts_with("\\N") && !rest.starts_with("\\n"))
      return false;
    at_ += 2;
    return true;
  }

  void take_plain() {
    const std::size_t stop = std::min(line_.find_first_of("<{&\\", at_ + 1), line_.size());
    current_.text.copy(line_.substr(at_, stop - at_), at_);
    at_ = stop;
  }

  [[nodiscard]] bool blank() const {
    return current_.text.text().find_first_not_of(" \t") == std::string::npos;
  }

  /// Ends the line: blanks and the speaker's dash are cut off.
  void finish() {
    const std::string& text = current_.text.text();
    constexpr std::string_view kBlanks[] = {" ",      "\t",     "\u3000", "\u00A0",
                                            "\u200E", "\u200F", "\uFEFF"};
    std::size_t begin = 0;
    std::size_t end = text.size();
    const std::string_view view = text;
    for (bool again = true; again;) {
      again = false;
      for (const std::string_view blank : kBlanks) {
        if (view.substr(begin, end - begin).starts_with(blank)) begin += blank.size(), again = true;
        if (view.substr(begin, end - begin).ends_with(blank)) end -= blank.size(), again = true;
      }
      if (!again && !current_.dashed) again = take_dash(view, begin, end);
    }
    if (begin < end) {
      CueLine made;
      made.speaker = speaker_;
      made.dashed = current_.dashed;
      made.text.append(current_.text, begin, end);
      out_.push_back(std::move(made));
    }
    current_ = CueLine();
  }

  /// A dash in front of a word; "-5" and "--" are something else.
  bool take_dash(std::string_view text, std::size_t& begin, std::size_t end) {
    const std::string_view rest = text.substr(begin, end - begin);
    for (const std::string_view dash : {"-", "\u2013", "\u2014", "\u2010", "\uFF0D"}) {
      if (!rest.starts_with(dash) || rest.size() == dash.size()) continue;
      const char next = rest[dash.size()];
      if (rest.substr(dash.size()).starts_with(dash) || (next >= '0' && next <= '9')) return false;
      begin += dash.size();
      current_.dashed = true;
      return true;
    }
    return false;
  }

  std::string_view line_;
  std::size_t at_;
  std::string speaker_;
  CueLine current_;
  std::vector<CueLine> out_;
};

}  // namespace

std::vector<CueLine> read_line(std::string_view text, std::size_t begin, std::size_t end) {
  return LineReader(text, begin, end).read();
}

}  // namespace weft::srt
