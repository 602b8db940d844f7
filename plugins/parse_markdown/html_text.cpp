// SPDX-License-Identifier: Apache-2.0
/// The text of HTML blocks inside Markdown: enough of HTML for what people put there.
#include <weft/utf8.hpp>

#include <algorithm>
#include <string>

#include "read_markdown.hpp"

namespace weft::markdown {
namespace {

constexpr std::string_view kInline[] = {"a",   "abbr", "b",    "bdi",   "cite", "code",   "del",
                                        "dfn", "em",   "font", "i",     "ins",  "kbd",    "mark",
                                        "q",   "s",    "samp", "small", "span", "strong", "sub",
                                        "sup", "time", "tt",   "u",     "var",  "img"};
constexpr std::string_view kHidden[] = {"script", "style", "template", "svg"};

struct Entity {
  std::string_view name, text;
};
constexpr Entity kEntities[] = {{"&amp;", "&"},        {"&lt;", "<"},         {"&gt;", ">"},
                                {"&quot;", "\""},      {"&apos;", "'"},       {"&#39;", "'"},
                                {"&nbsp;", "\u00A0"},  {"&copy;", "\u00A9"},  {"&mdash;", "\u2014"},
                                {"&ndash;", "\u2013"}, {"&hellip;", "\u2026"}};

template <class List>
bool is_in(const List& list, std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

class Stripper {
 public:
  explicit Stripper(const MappedText& html) : html_(html), text_(html.text()) {}

  std::vector<MappedText> strip() {
    while (at_ < text_.size()) {
      if (text_[at_] == '<' && take_tag()) continue;
      if (text_[at_] == '&' && take_entity()) continue;
      if (is_blank(text_[at_])) {
        blank_ = true;
        ++at_;
        continue;
      }
      const std::size_t stop = std::min(text_.find_first_of("<& \t\r\n", at_ + 1), text_.size());
      put_blank();
      current_.append(html_, at_, stop);
      at_ = stop;
    }
    finish();
    return std::move(out_);
  }

 private:
  static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

  void put_blank() {
    if (blank_ && !current_.empty()) current_.join(" ");
    blank_ = false;
  }

  void finish() {
    if (!current_.empty()) out_.push_back(std::move(current_));
    current_ = MappedText();
    blank_ = false;
  }

  bool take_tag() {
    if (text_.substr(at_).starts_with("<!--")) {
      const std::size_t end = text_.find("-->", at_ + 4);
      at_ = end == std::string_view::npos ? text_.size() : end + 3;
      return true;
    }
    const std::size_t name_at = at_ + (text_.substr(at_).starts_with("</") ? 2U : 1U);
    std::string name;
    for (std::size_t i = name_at; i < text_.size() && name.size() < 16; ++i) {
      const char c = text_[i];
      if (c >= 'A' && c <= 'Z')
        name += static_cast<char>(c - 'A' + 'a');
      else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9' && !name.empty()))
        name += c;
      else
        break;
    }
    const char first = name_at < text_.size() ? text_[name_at] : '\0';
    if (name.empty() && first != '!' && first != '?') return false;
    // Behind the last ">" there is no tag.
    if (no_close_) return false;
    const std::size_t close = text_.find('>', name_at);
    if (close == std::string_view::npos) {
      no_close_ = true;
      return false;
    }
    at_ = close + 1;
    if (is_in(kHidden, name) && text_[name_at - 1] == '<') skip_hidden(name);
    if (name == "br")
      blank_ = true;
    else if (!is_in(kInline, name))
      finish();
    return true;
  }

  void skip_hidden(const std::string& name) {
    const std::size_t end = text_.find("</" + name, at_);
    at_ = end == std::string_view::npos ? text_.size() : end;
  }

  bool take_entity() {
    for (const Entity& entity : kEntities) {
      if (!text_.substr(at_).starts_with(entity.name)) continue;
      put_blank();
      const MappedRange origin = trace(html_.runs(), static_cast<std::uint32_t>(at_),
                                       static_cast<std::uint32_t>(at_ + entity.name.size()));
      if (origin.known)
        current_.whole(entity.text, origin.begin,
                       static_cast<std::uint32_t>(origin.end - origin.begin));
      else
        current_.join(entity.text);
      at_ += entity.name.size();
      return true;
    }
    return false;
  }

  const MappedText& html_;
  std::string_view text_;
  std::size_t at_ = 0;
  bool blank_ = false;
  bool no_close_ = false;
  MappedText current_;
  std::vector<MappedText> out_;
};

}  // namespace

std::vector<MappedText> text_of_html(const MappedText& html) {
  return Stripper(html).strip();
}

}  // namespace weft::markdown
