// SPDX-License-Identifier: Apache-2.0
/// A tag scanner with a stack; only what a start tag says may leave text out.
#include "lenient_xhtml.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "weft/ascii.hpp"
#include "xhtml_tags.hpp"

namespace weft {
namespace {

constexpr auto kNpos = std::string_view::npos;
constexpr std::size_t kDeepest = 2000;  // deeper elements are transparent
constexpr std::size_t kFarthest = 64;   // how far up an end tag looks for its start

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' ||
         c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// A tag in the text.
class ScannedTag final : public XmlElement {
 public:
  [[nodiscard]] std::string_view name() const override { return name_; }
  [[nodiscard]] std::string_view attribute(std::string_view wanted) const override {
    const auto found = find(wanted);
    return found == attributes_.end() ? std::string_view() : found->second;
  }
  [[nodiscard]] bool has_attribute(std::string_view wanted) const override {
    return find(wanted) != attributes_.end();
  }

  /// Reads the tag at `at` ("<" and a letter, or "</" and a letter); the offset behind it.
  std::size_t read(std::string_view text, std::size_t at) {
    attributes_.clear();
    closes_itself_ = false;
    std::size_t i = at + 1;
    is_end_ = text[i] == '/';
    i += is_end_ ? 1 : 0;
    const std::size_t begin = i;
    while (i < text.size() && is_name(text[i]))
      ++i;
    name_ = ascii_lowered(text.substr(begin, i - begin));
    while (i < text.size() && text[i] != '>' && text[i] != '<') {
      closes_itself_ = text[i] == '/';
      i = is_name(text[i]) ? read_attribute(text, i) : i + 1;
    }
    return i < text.size() && text[i] == '>' ? i + 1 : i;
  }
  [[nodiscard]] bool is_end() const { return is_end_; }
  [[nodiscard]] bool closes_itself() const { return closes_itself_; }

 private:
  using Attributes = std::vector<std::pair<std::string, std::string_view>>;

  [[nodiscard]] Attributes::const_iterator find(std::string_view wanted) const {
    return std::find_if(attributes_.begin(), attributes_.end(),
                        [&](const auto& one) { return one.first == wanted; });
  }

  std::size_t read_attribute(std::string_view text, std::size_t at) {
    std::size_t i = at;
    while (i < text.size() && is_name(text[i]))
      ++i;
    std::string key = ascii_lowered(text.substr(at, i - at));
    std::size_t equals = i;
    while (equals < text.size() && is_space(text[equals]))
      ++equals;
    std::string_view value;
    if (equals < text.size() && text[equals] == '=') {
      i = equals + 1;
      while (i < text.size() && is_space(text[i]))
        ++i;
      i = read_value(text, i, value);
    }
    if (attributes_.size() < 64) attributes_.emplace_back(std::move(key), value);
    return i;
  }

  static std::size_t read_value(std::string_view text, std::size_t at, std::string_view& value) {
    const char quote = at < text.size() ? text[at] : '\0';
    if (quote == '"' || quote == '\'') {
      // A value that holds the begin of another tag has lost its quotation mark.
      const std::string_view stops = quote == '"' ? "\"<" : "'<";
      const std::size_t end = text.find_first_of(stops, at + 1);
      if (end != kNpos && text[end] == quote) {
        value = text.substr(at + 1, end - at - 1);
        return end + 1;
      }
    }
    std::size_t i = at;
    while (i < text.size() && !is_space(text[i]) && text[i] != '>' && text[i] != '<')
      ++i;
    value = text.substr(at, i - at);
    return i;
  }

  std::string name_;
  Attributes attributes_;
  bool is_end_ = false;
  bool closes_itself_ = false;
};

class Scanner {
 public:
  Scanner(std::string_view text, XmlHandler& handler) : text_(text), handler_(handler) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t next = std::min(text_.find('<', at), text_.size());
      if (next > at) handler_.text(text_.substr(at, next - at));
      at = next;
      if (at < text_.size()) at = markup(at);
    }
    while (!open_.empty())
      close_top();
  }

 private:
  std::size_t markup(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("<!--")) return behind("-->", at, 4);
    if (rest.starts_with("<![CDATA[")) {
      const std::size_t end = text_.find("]]>", at);
      const std::size_t stop = std::min(end, text_.size());
      if (stop > at + 9) handler_.text(text_.substr(at + 9, stop - at - 9));
      return end == kNpos ? stop : end + 3;
    }
    if (rest.starts_with("<!") || rest.starts_with("<?")) return behind(">", at, 2);
    const bool end = rest.size() > 2 && rest[1] == '/' && is_ascii_letter(rest[2]);
    if (!end && (rest.size() < 2 || !is_ascii_letter(rest[1]))) {
      handler_.text("<");
      return at + 1;
    }
    at = tag_.read(text_, at);
    return tag_.is_end() ? end_tag(at) : start_tag(at);
  }

  /// Behind the next `mark`; when there is none, only the opening is no text.
  std::size_t behind(std::string_view mark, std::size_t at, std::size_t opening) {
    const std::size_t end = find_ahead(std::string(mark), at);
    return end == kNpos ? at + opening : end + mark.size();
  }

  std::size_t start_tag(std::size_t at) {
    const XhtmlTag kind = xhtml_tag(tag_.name());
    close_implied(kind);
    const bool empty = tag_.closes_itself() || kind == XhtmlTag::kVoid ||
                       kind == XhtmlTag::kBreak || kind == XhtmlTag::kRule;
    if (open_.size() >= kDeepest && !empty) return at;
    const std::string name(tag_.name());
    if (handler_.open(tag_)) {
      open_.emplace_back(name, kind);
      if (empty) close_top();
      return at;
    }
    if (empty) return at;
    // What is skipped ends at its end tag. Without one nothing is skipped.
    const std::string mark = "</" + name + ">";
    const std::size_t end = find_ahead(mark, at);
    return end == kNpos ? at : end + mark.size();
  }

  std::size_t end_tag(std::size_t at) {
    const std::size_t lowest = open_.size() > kFarthest ? open_.size() - kFarthest : 0;
    for (std::size_t i = open_.size(); i-- > lowest;) {
      if (open_[i].first != tag_.name()) continue;
      while (open_.size() > i)
        close_top();
      break;
    }
    return at;
  }

  /// HTML leaves out end tags: a block ends a paragraph, an item ends the item before it.
  void close_implied(XhtmlTag kind) {
    if (kind == XhtmlTag::kInline || kind == XhtmlTag::kLink || kind == XhtmlTag::kRaised ||
        kind == XhtmlTag::kVoid || kind == XhtmlTag::kBreak || kind == XhtmlTag::kSkipped)
      return;
    const std::size_t lowest = open_.size() > kFarthest ? open_.size() - kFarthest : 0;
    std::size_t closed = open_.size();
    for (std::size_t i = open_.size(); i-- > lowest;) {
      const XhtmlTag above = open_[i].second;
      const bool same = (kind == XhtmlTag::kListItem || kind == XhtmlTag::kCell) && above == kind;
      if (above == XhtmlTag::kParagraph || above == XhtmlTag::kHeading || same) closed = i;
      if (same || above == XhtmlTag::kList || above == XhtmlTag::kTable) break;
    }
    while (open_.size() > closed)
      close_top();
  }

  void close_top() {
    const std::string name = std::move(open_.back().first);
    open_.pop_back();
    handler_.close(name);
  }

  /// The next place of `mark` from `at` on, remembered so that a mark that never comes is looked
  /// for once. Of too many different marks none is found.
  std::size_t find_ahead(const std::string& mark, std::size_t at) {
    const auto known = next_.find(mark);
    if (known != next_.end() && known->second >= at) return known->second;
    if (known == next_.end() && next_.size() >= 64) return kNpos;
    return next_[mark] = text_.find(mark, at);
  }

  std::string_view text_;
  XmlHandler& handler_;
  ScannedTag tag_;
  std::vector<std::pair<std::string, XhtmlTag>> open_;
  std::map<std::string, std::size_t> next_;
};

}  // namespace

void read_lenient(std::string_view text, XmlHandler& handler) {
  Scanner(text, handler).run();
}

}  // namespace weft
