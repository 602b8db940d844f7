// SPDX-License-Identifier: Apache-2.0
/// A strict reader of start tags (XML 1.0, productions 40, 41, 10, 66 to 68).
#include "core/config/start_tag.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

namespace weft {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kNameEnd = " \t\r\n=/><\"'";
constexpr std::array<std::string_view, 5> kEntities = {"lt", "gt", "amp", "apos", "quot"};

class StartTagReader {
 public:
  StartTagReader(std::string_view text, std::size_t offset) : text_(text), at_(offset) {}

  StartTag read() {
    tag_.name = take_name();
    while (skip_space(), !at_end() && !ended() && read_attribute()) {
    }
    tag_.end = at_;
    return std::move(tag_);
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] std::string quoted(std::size_t begin, std::size_t end) const {
    return "'" + std::string(text_.substr(begin, end - begin)) + "'";
  }
  void skip_space() { at_ = std::min(text_.find_first_not_of(kSpace, at_), text_.size()); }
  void fault(std::size_t offset, std::string message, std::string hint) {
    tag_.faults.push_back({offset, std::move(message), std::move(hint)});
  }

  std::string_view take_name() {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(kNameEnd, at_), text_.size());
    return text_.substr(begin, at_ - begin);
  }

  bool ended() {
    tag_.closed = text_.substr(at_).starts_with("/>");
    tag_.complete = tag_.closed || text_[at_] == '>';
    if (tag_.complete) at_ += tag_.closed ? 2 : 1;
    return tag_.complete;
  }

  bool read_attribute() {
    AttributeRange range;
    range.name_begin = at_;
    if (take_name().empty()) {
      fault(at_, "'" + std::string(1, text_[at_]) + "' does not belong here",
            "write attributes as name=\"value\"");
      return false;
    }
    range.name_end = at_;
    skip_space();
    if (at_end() || text_[at_] != '=') {
      fault(range.name_begin, quoted(range.name_begin, range.name_end) + " has no value",
            "write " +
                std::string(text_.substr(range.name_begin, range.name_end - range.name_begin)) +
                "=\"...\"");
      return false;
    }
    ++at_;
    skip_space();
    return read_value(range);
  }

  bool read_value(AttributeRange& range) {
    const char quote = at_end() ? '\0' : text_[at_];
    const std::string name = quoted(range.name_begin, range.name_end);
    if (quote != '"' && quote != '\'') {
      fault(at_, "the value of " + name + " is not in quotes", "use \" or '");
      return false;
    }
    range.value_begin = ++at_;
    range.value_end = text_.find(quote, at_);
    const bool closed = range.value_end != std::string_view::npos;
    range.value_end = std::min(range.value_end, text_.size());
    // A forgotten quote shows as a '<' in the value long before its end.
    const std::string_view value = text_.substr(at_, range.value_end - at_);
    if (!closed || value.find('<') != std::string_view::npos) {
      fault(range.value_begin - 1,
            "the value of " + name + (closed ? " contains '<'" : " has no closing quote"),
            closed ? "close the quote, or write &lt;" : "close the quote");
      if (!closed) return false;
    }
    check_references(range);
    check_repetition(range);
    at_ = range.value_end + 1;
    tag_.attributes.push_back(range);
    return has_room();
  }

  bool has_room() {
    if (tag_.attributes.size() < kMaxAttributes) return true;
    skip_space();
    if (at_end() || text_[at_] == '>' || text_[at_] == '/') return true;
    fault(at_,
          "<" + std::string(tag_.name) + "> has more than " + std::to_string(kMaxAttributes) +
              " attributes",
          {});
    return false;
  }

  void check_references(const AttributeRange& range) {
    for (std::size_t i = range.value_begin; i < range.value_end; ++i) {
      if (text_[i] != '&') continue;
      const std::size_t end = text_.find_first_of("; \t\r\n&\"'", i + 1);
      if (end >= range.value_end || text_[end] != ';') {
        fault(i, "'&' begins no entity", "write &amp;");
      } else if (!is_reference(text_.substr(i + 1, end - i - 1))) {
        fault(i, "unknown entity " + quoted(i, end + 1),
              "known are &lt; &gt; &amp; &apos; &quot; and numbers of characters");
      }
    }
  }

  [[nodiscard]] static bool is_reference(std::string_view name) {
    if (!name.starts_with('#')) return std::ranges::find(kEntities, name) != kEntities.end();
    const bool hex = name.starts_with("#x");
    name.remove_prefix(hex ? 2 : 1);
    std::uint32_t point = 0;
    const char* const end = name.data() + name.size();
    const auto [stop, error] = std::from_chars(name.data(), end, point, hex ? 16 : 10);
    return error == std::errc() && stop == end && is_xml_character(point);
  }

  void check_repetition(const AttributeRange& range) {
    const auto name = [this](const AttributeRange& each) {
      return text_.substr(each.name_begin, each.name_end - each.name_begin);
    };
    if (std::ranges::find(tag_.attributes, name(range), name) != tag_.attributes.end())
      fault(range.name_begin,
            "attribute " + quoted(range.name_begin, range.name_end) + " of <" +
                std::string(tag_.name) + "> is given twice",
            "remove one of them");
  }

  std::string_view text_;
  std::size_t at_;
  StartTag tag_;
};

}  // namespace

StartTag read_start_tag(std::string_view text, std::size_t offset) {
  return StartTagReader(text, offset).read();
}

}  // namespace weft
