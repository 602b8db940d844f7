// SPDX-License-Identifier: Apache-2.0
/// Names and classes of HTML elements, from the HTML Standard's lists.
#include "html_tags.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <unordered_map>

namespace weft {
namespace {

constexpr auto kNames = std::to_array<std::string_view>({"",
#define WEFT_TAG_NAME(name) #name,
                                                         WEFT_HTML_TAGS(WEFT_TAG_NAME)
#undef WEFT_TAG_NAME
});

std::unordered_map<std::string_view, Tag> index_names() {
  std::unordered_map<std::string_view, Tag> index;
  for (std::size_t i = 1; i < kNames.size(); ++i) {
    const auto tag = static_cast<Tag>(i);
    index.emplace(tag_name(tag), tag);
  }
  return index;
}

using TagSet = std::array<bool, kNames.size()>;

constexpr TagSet make_set(std::initializer_list<Tag> tags) {
  TagSet set{};
  for (const Tag tag : tags)
    set.at(static_cast<std::size_t>(tag)) = true;
  return set;
}

constexpr TagSet kVoid =
    make_set({Tag::area, Tag::base, Tag::br, Tag::col, Tag::embed, Tag::frame, Tag::hr, Tag::img,
              Tag::input, Tag::link, Tag::meta, Tag::param, Tag::source, Tag::track, Tag::wbr});

constexpr TagSet kFormatting =
    make_set({Tag::a, Tag::b, Tag::big, Tag::code, Tag::em, Tag::font, Tag::i, Tag::nobr, Tag::s,
              Tag::small, Tag::strike, Tag::strong, Tag::tt, Tag::u});

constexpr TagSet kBlock = make_set(
    {Tag::address,  Tag::article, Tag::aside,    Tag::blockquote, Tag::body,     Tag::caption,
     Tag::center,   Tag::dd,      Tag::details,  Tag::dialog,     Tag::dir,      Tag::div,
     Tag::dl,       Tag::dt,      Tag::fieldset, Tag::figcaption, Tag::figure,   Tag::footer,
     Tag::form,     Tag::h1,      Tag::h2,       Tag::h3,         Tag::h4,       Tag::h5,
     Tag::h6,       Tag::header,  Tag::hgroup,   Tag::hr,         Tag::html,     Tag::legend,
     Tag::li,       Tag::listing, Tag::main,     Tag::menu,       Tag::nav,      Tag::ol,
     Tag::optgroup, Tag::option,  Tag::p,        Tag::plaintext,  Tag::pre,      Tag::section,
     Tag::select,   Tag::summary, Tag::table,    Tag::tbody,      Tag::td,       Tag::tfoot,
     Tag::th,       Tag::thead,   Tag::tr,       Tag::ul,         Tag::xmp,      Tag::iframe,
     Tag::video,    Tag::audio,   Tag::object,   Tag::textarea,   Tag::frameset, Tag::noframes});

}  // namespace

std::string_view tag_name(Tag tag) {
  std::string_view name = kNames.at(static_cast<std::size_t>(tag));
  if (name.ends_with('_')) name.remove_suffix(1);  // `template` is a word of C++
  return name;
}

Tag find_tag(std::string_view name) {
  static const std::unordered_map<std::string_view, Tag> index = index_names();
  constexpr std::size_t kLongest = 16;
  if (name.empty() || name.size() > kLongest) return Tag::unknown;
  std::array<char, kLongest> lower{};
  std::transform(name.begin(), name.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const auto found = index.find(std::string_view(lower.data(), name.size()));
  return found == index.end() ? Tag::unknown : found->second;
}

bool is_void_tag(Tag tag) {
  return kVoid.at(static_cast<std::size_t>(tag));
}
bool is_formatting_tag(Tag tag) {
  return kFormatting.at(static_cast<std::size_t>(tag));
}
bool is_block_tag(Tag tag) {
  return kBlock.at(static_cast<std::size_t>(tag));
}

int heading_level(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6 ? static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1
                                          : 0;
}

}  // namespace weft
