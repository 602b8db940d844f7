// SPDX-License-Identifier: Apache-2.0
/// Counts tags that HTML knows against the text around them.
#include "sniff_html.hpp"

#include <algorithm>

#include "html_tokens.hpp"
#include "letters.hpp"
#include "prologue.hpp"
#include "weft/ascii.hpp"

namespace weft {
namespace {

// UTF-16 text as its low bytes: enough to see tags.
std::string without_zeros(std::string_view head) {
  std::string out;
  std::copy_if(head.begin(), head.end(), std::back_inserter(out), [](char c) { return c != '\0'; });
  return out;
}

std::string_view without_mark(std::string_view head) {
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"})
    if (head.starts_with(mark)) return head.substr(mark.size());
  return head;
}

struct TagCount {
  int blocks = 0;     ///< tags of block elements, headings, links, images
  int ends = 0;       ///< end tags of known elements
  int unknown = 0;    ///< tags of no HTML element
  bool page = false;  ///< a doctype html, <html>, <head> or <body> begins the text
};

bool begins_page(std::string_view head) {
  std::string_view rest = trimmed(head.substr(0, 4096));
  while (rest.starts_with("<!--")) {
    const std::size_t end = rest.find("-->");
    if (end == std::string_view::npos) return false;
    rest = trimmed(rest.substr(end + 3));
  }
  if (rest.starts_with("<?xml")) {
    const std::size_t end = rest.find("?>");
    rest = end == std::string_view::npos ? std::string_view() : trimmed(rest.substr(end + 2));
  }
  if (equals_ignoring_case(rest.substr(0, 9), "<!doctype"))
    return equals_ignoring_case(trimmed(rest.substr(9)).substr(0, 4), "html");
  for (const std::string_view tag : {"<html", "<head", "<body"})
    if (equals_ignoring_case(rest.substr(0, tag.size()), tag)) return true;
  return false;
}

/// Whatever declared or named it a page: a PDF, or bytes of which more than a few are control
/// codes.
bool is_binary(std::string_view head) {
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B;
  });
  return head.starts_with("%PDF-") || static_cast<std::size_t>(controls) * 50 > head.size();
}

bool tells_html(Tag tag) {
  return is_block_tag(tag) || tag == Tag::a || tag == Tag::img || tag == Tag::br ||
         tag == Tag::span || tag == Tag::title || tag == Tag::meta || tag == Tag::link;
}

TagCount count_tags(std::string_view head) {
  TagCount count;
  count.page = begins_page(head);
  RawTag tag;
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at)) {
    if (!opens_tag(head, at)) {
      ++at;
      continue;
    }
    read_tag(head, at, tag);
    if (!tag.complete || tag.end - tag.begin > 4096) {
      ++at;
      continue;
    }
    if (tag.tag == Tag::unknown)
      ++count.unknown;
    else if (tag.is_end)
      ++count.ends;
    else if (tells_html(tag.tag))
      ++count.blocks;
    at = tag.end;
    if (!tag.is_end && is_raw_text_tag(tag.tag)) at = end_of_raw_text(head, at, tag.tag);
  }
  return count;
}

}  // namespace

int score_html(std::string_view uri, std::string_view media_type, std::string_view head) {
  const std::string type = ascii_lowered(media_type);
  if (type.starts_with("text/plain")) return 0;
  head = without_mark(head);
  const bool wide = head.substr(0, 64).find('\0') != std::string_view::npos;
  const std::string narrow = wide ? without_zeros(head) : std::string();
  if (wide) head = narrow;
  const TagCount count = count_tags(head);
  // Wide text is not told from an image by its bytes, but by its tags.
  const bool tagged = count.page || count.blocks + count.ends > 0;
  if (wide ? !tagged : is_binary(head)) return 0;
  int score = count.page ? 95 : 0;
  if (!count.page && count.blocks > 0) {
    // A fragment: one tag may be a quotation, a page's worth is not.
    const bool closed = count.ends * 3 >= count.blocks;
    const bool begins = trimmed(head.substr(read_prologue(head).end)).starts_with("<");
    score = std::min(20 + 8 * count.blocks, 70) - (closed ? 0 : 15) + (begins ? 15 : 0);
    if (count.blocks == 1 && !begins) score = 10;
    if (count.unknown > count.blocks + count.ends) score /= 3;
  }
  if (type.starts_with("text/html") || type.starts_with("application/xhtml"))
    score = std::max(score, 90);
  const std::string name = ascii_lowered(uri.substr(uri.size() > 6 ? uri.size() - 6 : 0));
  const bool named = name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml");
  if (named) score = std::max(score + 5, 40);
  return std::min(score, 100);
}

std::string find_declared_charset(std::string_view bytes) {
  constexpr std::size_t kLooked = 2048;
  const std::string_view head = bytes.substr(0, kLooked);
  RawTag tag;
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at)) {
    if (head.substr(at, 4) == "<!--") {
      at = end_of_comment(head, at);
      continue;
    }
    if (!opens_tag(head, at)) {
      ++at;
      continue;
    }
    read_tag(head, at, tag);
    at = tag.end;
    if (tag.tag != Tag::meta) continue;
    std::string label;
    for (const RawAttribute& attribute : tag.attributes) {
      if (equals_ignoring_case(attribute.name, "charset")) label = attribute.value;
      const std::size_t found = equals_ignoring_case(attribute.name, "content")
                                    ? find_ignoring_case(attribute.value, "charset=")
                                    : std::string_view::npos;
      if (found == std::string_view::npos || !label.empty()) continue;
      label = trimmed(attribute.value.substr(found + 8));
      label.resize(std::min(label.find_first_of("; \"'"), label.size()));
    }
    if (label.empty()) continue;
    return ascii_lowered(label).starts_with("utf-16") ? "utf-8" : label;
  }
  return {};
}

}  // namespace weft
