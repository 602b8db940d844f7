// SPDX-License-Identifier: Apache-2.0
/// The grammar of RFC 5646, section 2.1, read from left to right.
#include "core/plugin/language_tag.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <vector>

#include "weft/ascii.hpp"

namespace weft {
namespace {

// The grandfathered tags that do not follow the grammar; the list is closed.
constexpr std::array<std::string_view, 17> kIrregular = {
    "en-GB-oed", "i-ami", "i-bnn",     "i-default", "i-enochian", "i-hak",
    "i-klingon", "i-lux", "i-mingo",   "i-navajo",  "i-pwn",      "i-tao",
    "i-tay",     "i-tsu", "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE"};

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool digit(char c) {
  return c >= '0' && c <= '9';
}
bool letter_or_digit(char c) {
  return letter(c) || digit(c);
}

std::string upper(std::string_view text) {
  std::string copy(text);
  for (char& c : copy)
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return copy;
}

bool letters(std::string_view part, std::size_t count) {
  return part.size() == count && std::ranges::all_of(part, letter);
}

/// Walks over the parts of one tag.
class Tag {
 public:
  explicit Tag(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t dash = 0; dash != std::string_view::npos; begin = dash + 1) {
      dash = text.find('-', begin);
      parts_.push_back(text.substr(begin, dash == std::string_view::npos ? dash : dash - begin));
    }
  }

  [[nodiscard]] bool well_formed() {
    const auto sound = [](std::string_view part) {
      return !part.empty() && part.size() <= 8 && std::ranges::all_of(part, letter_or_digit);
    };
    if (!std::ranges::all_of(parts_, sound)) return false;
    if (!private_use()) {
      if (!letters(next(), 2) && !letters(next(), 3)) return false;
      ++at_;
      for (int i = 0; i < 3 && letters(next(), 3); ++i)
        ++at_;                        // extended language
      if (letters(next(), 4)) ++at_;  // script
      if (letters(next(), 2) || (next().size() == 3 && std::ranges::all_of(next(), digit)))
        ++at_;  // region
      if (!variants() || !extensions()) return false;
      private_use();
    }
    return at_ == parts_.size();
  }

  [[nodiscard]] std::string canonical() const {
    std::string text;
    bool free = true;  // before any singleton
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      std::string part = ascii_lowered(parts_[i]);
      if (i > 0 && free && part.size() == 2) part = upper(part);
      if (i > 0 && free && letters(part, 4)) part = upper(part.substr(0, 1)) + part.substr(1);
      if (part.size() == 1) free = false;
      text += (i == 0 ? "" : "-") + part;
    }
    return text;
  }

 private:
  [[nodiscard]] std::string_view next() const {
    return at_ < parts_.size() ? parts_[at_] : std::string_view{};
  }

  bool variants() {
    std::set<std::string> seen;
    const auto variant = [](std::string_view part) {
      return part.size() >= 5 || (part.size() == 4 && digit(part.front()));
    };
    for (; variant(next()); ++at_)
      if (!seen.insert(ascii_lowered(next())).second) return false;
    return true;
  }

  bool extensions() {
    std::set<std::string> seen;
    while (next().size() == 1 && ascii_lowered(next()) != "x") {
      if (!seen.insert(ascii_lowered(next())).second) return false;
      ++at_;
      if (next().size() < 2) return false;
      while (next().size() >= 2)
        ++at_;
    }
    return true;
  }

  /// Takes "x-..." up to the end; false when there is none here.
  bool private_use() {
    if (ascii_lowered(next()) != "x" || at_ + 1 >= parts_.size()) return false;
    at_ = parts_.size();
    return true;
  }

  std::vector<std::string_view> parts_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::string> canonical_language(std::string_view tag) {
  if (tag == "*") return "*";
  const auto same = [&](std::string_view known) {
    return ascii_lowered(known) == ascii_lowered(tag);
  };
  const auto irregular = std::ranges::find_if(kIrregular, same);
  if (irregular != kIrregular.end()) return std::string(*irregular);
  Tag parts(tag);
  return parts.well_formed() ? std::optional(parts.canonical()) : std::nullopt;
}

std::string likely_language(std::string_view tag) {
  std::string dashes(tag.substr(0, tag.find_first_of(".@")));  // "zh_CN.UTF-8" of POSIX
  std::ranges::replace(dashes, '_', '-');
  if (dashes.ends_with("-*")) dashes.resize(dashes.size() - 2);  // a range takes longer tags anyway
  return canonical_language(dashes).value_or("");
}

}  // namespace weft
