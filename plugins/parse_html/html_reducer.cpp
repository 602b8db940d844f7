// SPDX-License-Identifier: Apache-2.0
/// One pass over the tokens of a page: copy, cut, and keep an estimate of what a tree builder has
/// open.
#include "html_reducer.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include <weft/error.hpp>

#include "html_tokens.hpp"

namespace weft {
namespace {

constexpr std::size_t kLongestKeptComment = 256;
constexpr std::size_t kLongestKeptValue = 32U << 10U;

const std::unordered_set<std::string_view>& read_attributes() {
  static const std::unordered_set<std::string_view> names = {
      "id",     "class",     "href",           "src",          "alt",         "title",
      "name",   "content",   "property",       "itemprop",     "itemtype",    "itemscope",
      "rel",    "role",      "lang",           "xml:lang",     "datetime",    "pubdate",
      "pudate", "hidden",    "style",          "type",         "charset",     "value",
      "width",  "height",    "colspan",        "rowspan",      "hreflang",    "start",
      "cite",   "open",      "http-equiv",     "media",        "aria-hidden", "aria-label",
      "typeof", "data-time", "data-timestamp", "data-datetime"};
  return names;
}

bool hides(std::string_view style) {
  return find_ignoring_case(style, "none") != std::string_view::npos ||
         find_ignoring_case(style, "hidden") != std::string_view::npos;
}

bool is_read(const RawAttribute& attribute) {
  if (attribute.value.size() > kLongestKeptValue) return false;
  std::array<char, 16> lower{};
  if (attribute.name.size() > lower.size()) return false;
  std::transform(attribute.name.begin(), attribute.name.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::string_view name(lower.data(), attribute.name.size());
  if (!read_attributes().contains(name)) return false;
  if (name == "style") return hides(attribute.value);
  return name != "src" || !attribute.value.starts_with("data:");
}

// Which open elements a start tag closes by itself; the search for one stops at the elements that
// hold it.
struct ImpliedEnd {
  bool closes = false;
  bool stops = false;
};

ImpliedEnd implied_end(Tag start, Tag open) {
  const bool table_part = open == Tag::table || open == Tag::template_;
  switch (start) {
    case Tag::li:
      return {open == Tag::li, open == Tag::ul || open == Tag::ol || table_part};
    case Tag::dt:
    case Tag::dd:
      return {open == Tag::dt || open == Tag::dd, open == Tag::dl || table_part};
    case Tag::td:
    case Tag::th:
      return {open == Tag::td || open == Tag::th, open == Tag::tr || table_part};
    case Tag::tr:
      return {open == Tag::tr, table_part};
    case Tag::tbody:
    case Tag::thead:
    case Tag::tfoot:
      return {open == Tag::tbody || open == Tag::thead || open == Tag::tfoot, table_part};
    case Tag::option:
      return {open == Tag::option, open == Tag::select};
    default:
      return {open == Tag::p, is_block_tag(open) && open != Tag::p};
  }
}

struct OpenElement {
  std::size_t name_hash = 0;
  Tag tag = Tag::unknown;
};

struct ActiveFormatting {
  std::size_t name_hash = 0;
  std::size_t depth = 0;  ///< elements open when it was opened
};

std::size_t hash_name(std::string_view name) {
  std::size_t hash = 14695981039346656037U;  // FNV-1a
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    hash = (hash ^ byte) * 1099511628211U;
  }
  return hash;
}

class Reducer {
 public:
  Reducer(std::string_view source, const HtmlLimits& limits) : source_(source), limits_(limits) {
    out_.html.reserve(source.size());
  }

  ReducedHtml run() {
    std::size_t at = 0;
    while (at < source_.size()) {
      const std::size_t open = std::min(source_.find('<', at), source_.size());
      copy(at, open);
      if (open == source_.size()) break;
      at = opens_tag(source_, open) ? take_tag(open) : take_markup(open);
    }
    return std::move(out_);
  }

 private:
  void copy(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    const auto here = static_cast<std::uint32_t>(out_.html.size());
    const auto shift = static_cast<std::uint32_t>(begin) - here;
    if (out_.cuts.empty() ? shift != 0 : out_.cuts.back().shift != shift)
      out_.cuts.push_back({here, shift});
    out_.html.append(source_.substr(begin, end - begin));
  }

  // A comment, a doctype, or a '<' that is text.
  std::size_t take_markup(std::size_t at) {
    const char next = at + 1 < source_.size() ? source_[at + 1] : '\0';
    if (next != '!' && next != '?' && next != '/') {
      copy(at, at + 1);
      return at + 1;
    }
    const std::size_t end = end_of_comment(source_, at);
    if (++comments_ > limits_.comments) return end;
    if (source_.substr(at, 4) == "<!--" && end - at > kLongestKeptComment) {
      copy(at, at + 4);
      if (source_.substr(end - 3, 3) == "-->")
        copy(end - 3, end);
      else
        return source_.size();  // an open comment hides the rest of the page
    } else {
      copy(at, end);
    }
    return end;
  }

  std::size_t take_tag(std::size_t at) {
    read_tag(source_, at, tag_);
    if (!tag_.complete) return source_.size();  // HTML drops an unfinished tag
    const bool kept = tag_.is_end ? close_element() : open_element();
    if (!kept) {
      if (++out_.dropped_tags > limits_.dropped) {
        throw Error(WEFT_E_LIMIT,
                    "parse_html: a page with over " + std::to_string(limits_.dropped) +
                        " tags past the limits of depth and number; it is no text for readers",
                    0, tag_.begin, tag_.end);
      }
      return tag_.end;
    }
    copy_tag();
    return tag_.is_end ? tag_.end : take_content();
  }

  void copy_tag() {
    if (tag_.attributes.empty()) {
      copy(tag_.begin, tag_.end);
      return;
    }
    copy(tag_.begin, tag_.name_end);
    std::uint32_t kept = 0;
    for (const RawAttribute& attribute : tag_.attributes) {
      if (!is_read(attribute)) continue;
      if (kept == limits_.attributes) {
        ++out_.dropped_attributes;
        continue;
      }
      ++kept;
      out_.html.push_back(' ');
      copy(attribute.begin, attribute.end);
    }
    copy(tag_.self_closing ? tag_.end - 2 : tag_.end - 1, tag_.end);
  }

  // Behind a start tag: raw text is taken as a whole, drawings and scripts are emptied.
  std::size_t take_content() {
    const std::size_t from = tag_.end;
    const Tag tag = tag_.tag;
    if (tag == Tag::svg && !tag_.self_closing) return end_of_drawing(from);
    if (foreign_ > 0 || !is_raw_text_tag(tag)) return from;
    const std::size_t end = end_of_raw_text(source_, from, tag);
    const bool emptied =
        tag == Tag::style || tag == Tag::iframe || (tag == Tag::script && !is_data_script());
    if (!emptied) copy(from, end);
    return end;
  }

  bool is_data_script() const {
    return std::any_of(tag_.attributes.begin(), tag_.attributes.end(), [](const RawAttribute& a) {
      return equals_ignoring_case(a.name, "type") &&
             find_ignoring_case(a.value, "ld+json") != std::string_view::npos;
    });
  }

  // The end of an svg's content when nothing in it can break out into the page, else its beginning.
  std::size_t end_of_drawing(std::size_t from) {
    RawTag inner;
    std::size_t at = from;
    while ((at = source_.find('<', at)) != std::string_view::npos) {
      if (!opens_tag(source_, at)) {
        at = source_.substr(at, 2) == "<!" ? end_of_comment(source_, at) : at + 1;
        continue;
      }
      read_tag(source_, at, inner);
      if (inner.is_end && inner.tag == Tag::svg) return at;
      const bool harmless = inner.tag == Tag::unknown || inner.tag == Tag::a ||
                            inner.tag == Tag::title || inner.tag == Tag::style;
      if (!harmless || equals_ignoring_case(inner.name, "foreignobject")) return from;
      at = inner.end;
    }
    return from;
  }

  bool open_element() {
    if (++tags_ > limits_.tags) return false;
    if (is_void_tag(tag_.tag)) return true;
    if (tag_.self_closing && foreign_ > 0) return true;
    close_implied(tag_.tag);
    const std::size_t hash = hash_name(tag_.name);
    const bool formatting = is_formatting_tag(tag_.tag);
    if (tag_.tag == Tag::a) forget_formatting(hash);  // a link ends the link before it
    if (stack_.size() >= limits_.depth || (formatting && active_.size() >= limits_.formatting)) {
      ++skipped_[hash];
      return false;
    }
    if (formatting) active_.push_back({hash, stack_.size()});
    foreign_ += tag_.tag == Tag::svg || tag_.tag == Tag::math ? 1 : 0;
    stack_.push_back({hash, tag_.tag});
    return true;
  }

  void close_implied(Tag start) {
    const bool closes_paragraph = is_block_tag(start);
    if (!closes_paragraph) return;
    for (std::size_t i = stack_.size(); i > 0; --i) {
      const ImpliedEnd implied = implied_end(start, stack_[i - 1].tag);
      if (implied.closes) {
        pop_to(i - 1);
        return;
      }
      if (implied.stops) return;
    }
  }

  bool close_element() {
    if (++tags_ > 2 * limits_.tags) return false;
    const std::size_t hash = hash_name(tag_.name);
    if (const auto skipped = skipped_.find(hash);
        skipped != skipped_.end() && skipped->second > 0) {
      --skipped->second;
      return false;
    }
    for (std::size_t i = stack_.size(); i > 0; --i) {
      if (stack_[i - 1].name_hash != hash) continue;
      if (is_formatting_tag(stack_[i - 1].tag)) forget_formatting(hash);
      pop_to(i - 1);
      return true;
    }
    if (is_formatting_tag(tag_.tag)) forget_formatting(hash);
    return true;
  }

  void forget_formatting(std::size_t hash) {
    const auto last = std::find_if(active_.rbegin(), active_.rend(),
                                   [&](const ActiveFormatting& a) { return a.name_hash == hash; });
    if (last != active_.rend()) active_.erase(std::next(last).base());
  }

  // Formatting elements that are popped by others stay "active" in HTML: they are reopened in the
  // next block, and still count. Only the end of a cell or a button forgets those opened in it.
  void pop_to(std::size_t size) {
    for (std::size_t i = stack_.size(); i > size; --i) {
      const Tag tag = stack_[i - 1].tag;
      foreign_ -= tag == Tag::svg || tag == Tag::math ? 1 : 0;
      const bool scope = tag == Tag::td || tag == Tag::th || tag == Tag::caption ||
                         tag == Tag::button || tag == Tag::object || tag == Tag::template_;
      if (scope) std::erase_if(active_, [&](const ActiveFormatting& a) { return a.depth >= i; });
    }
    stack_.resize(size);
  }

  std::string_view source_;
  HtmlLimits limits_;
  ReducedHtml out_;
  RawTag tag_;
  std::vector<OpenElement> stack_;
  std::vector<ActiveFormatting> active_;
  std::unordered_map<std::size_t, std::uint32_t> skipped_;
  std::uint32_t tags_ = 0;
  std::uint32_t comments_ = 0;
  std::uint32_t foreign_ = 0;
};

[[noreturn]] void refuse(std::size_t size, std::uint32_t limit, std::string_view of_what) {
  throw Error(WEFT_E_LIMIT,
              "parse_html: a page of " + std::to_string(size) + " bytes" + std::string(of_what) +
                  " is over the limit of " + std::to_string(limit) +
                  "; split it, or give it to parse_text",
              0, limit, size);
}

}  // namespace

ReducedHtml reduce_html(std::string_view source, const HtmlLimits& limits) {
  if (source.size() > limits.bytes) refuse(source.size(), limits.bytes, "");
  ReducedHtml reduced = Reducer(source, limits).run();
  if (reduced.html.size() > limits.reduced)
    refuse(reduced.html.size(), limits.reduced, " without its scripts and styles");
  return reduced;
}

std::uint32_t source_position(const ReducedHtml& reduced, std::uint32_t position) {
  const auto after = std::upper_bound(
      reduced.cuts.begin(), reduced.cuts.end(), position,
      [](std::uint32_t value, const ReducedCut& cut) { return value < cut.position; });
  return after == reduced.cuts.begin() ? position : position + std::prev(after)->shift;
}

}  // namespace weft
