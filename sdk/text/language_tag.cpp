// SPDX-License-Identifier: Apache-2.0
/// The grammar of language tags (RFC 5646) and matching them with ranges (RFC 4647).

#include <algorithm>
#include <array>
#include <vector>

#include "weft/ascii.hpp"
#include "weft/text/language.hpp"

namespace weft {
namespace {

using namespace std::string_view_literals;

// Registered before the grammar was made and outside of it.
constexpr std::array kIrregular = {
    "en-gb-oed"sv, "i-ami"sv, "i-bnn"sv,     "i-default"sv, "i-enochian"sv, "i-hak"sv,
    "i-klingon"sv, "i-lux"sv, "i-mingo"sv,   "i-navajo"sv,  "i-pwn"sv,      "i-tao"sv,
    "i-tay"sv,     "i-tsu"sv, "sgn-be-fr"sv, "sgn-be-nl"sv, "sgn-ch-de"sv};

bool all_alpha(std::string_view part, std::size_t shortest, std::size_t longest) {
  return part.size() >= shortest && part.size() <= longest &&
         std::all_of(part.begin(), part.end(), is_ascii_letter);
}

bool all_alnum(std::string_view part, std::size_t shortest, std::size_t longest) {
  return part.size() >= shortest && part.size() <= longest &&
         std::all_of(part.begin(), part.end(),
                     [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); });
}

std::vector<std::string> split_lower(std::string_view tag) {
  std::vector<std::string> parts(1);
  for (const char c : tag) {
    if (c == '-')
      parts.emplace_back();
    else
      parts.back().push_back(ascii_lower(c));
  }
  return parts;
}

bool is_region(std::string_view part) {
  return all_alpha(part, 2, 2) ||
         (part.size() == 3 && std::all_of(part.begin(), part.end(), is_ascii_digit));
}

bool is_variant(std::string_view part) {
  return all_alnum(part, 5, 8) ||
         (part.size() == 4 && is_ascii_digit(part[0]) && all_alnum(part, 4, 4));
}

/// Walks the subtags of one tag from left to right, as the grammar has them.
class TagReader {
 public:
  explicit TagReader(std::vector<std::string> parts) : parts_(std::move(parts)) {}

  bool read() {
    if (here() == "x") return read_private() && at_end();
    if (!read_language()) return false;
    if (all_alpha(here(), 4, 4)) ++next_;
    if (is_region(here())) ++next_;
    if (!read_variants() || !read_extensions()) return false;
    if (here() == "x" && !read_private()) return false;
    return at_end();
  }

 private:
  [[nodiscard]] bool at_end() const { return next_ == parts_.size(); }
  [[nodiscard]] std::string_view here() const {
    return at_end() ? std::string_view{} : std::string_view(parts_[next_]);
  }

  bool read_language() {
    if (!all_alpha(here(), 2, 8)) return false;
    const bool may_extend = here().size() <= 3;
    ++next_;
    for (int i = 0; may_extend && i < 3 && all_alpha(here(), 3, 3); ++i)
      ++next_;
    return true;
  }
  bool read_variants() {
    const std::size_t first = next_;
    for (; is_variant(here()); ++next_) {
      if (std::find(parts_.begin() + offset(first), parts_.begin() + offset(next_), here()) !=
          parts_.begin() + offset(next_))
        return false;
    }
    return true;
  }
  bool read_extensions() {
    std::string singletons;
    while (all_alnum(here(), 1, 1) && here() != "x") {
      if (singletons.find(here()[0]) != std::string::npos) return false;
      singletons.push_back(here()[0]);
      ++next_;
      if (!all_alnum(here(), 2, 8)) return false;
      while (all_alnum(here(), 2, 8))
        ++next_;
    }
    return true;
  }
  bool read_private() {
    ++next_;
    if (!all_alnum(here(), 1, 8)) return false;
    while (all_alnum(here(), 1, 8))
      ++next_;
    return true;
  }
  static std::ptrdiff_t offset(std::size_t i) { return static_cast<std::ptrdiff_t>(i); }

  std::vector<std::string> parts_;
  std::size_t next_ = 0;
};

}  // namespace

bool is_well_formed_tag(std::string_view tag) {
  constexpr std::size_t kLongest = 255;
  if (tag.empty() || tag.size() > kLongest) return false;
  const std::string folded = ascii_lowered(tag);
  if (std::binary_search(kIrregular.begin(), kIrregular.end(), std::string_view(folded)))
    return true;
  return TagReader(split_lower(tag)).read();
}

std::string canonical_tag(std::string_view tag) {
  std::string dashes(tag);
  std::replace(dashes.begin(), dashes.end(), '_', '-');
  if (!is_well_formed_tag(dashes)) return {};
  std::string out;
  bool plain = true;  // up to the first singleton; behind it everything is lower case
  for (std::string& part : split_lower(dashes)) {
    plain = plain && part.size() > 1;
    if (plain && !out.empty() && part.size() == 2)
      std::transform(part.begin(), part.end(), part.begin(), ascii_upper);
    if (plain && !out.empty() && part.size() == 4) part[0] = ascii_upper(part[0]);
    if (!out.empty()) out += '-';
    out += part;
  }
  return out;
}

bool matches_range(std::string_view tag, std::string_view range) {
  if (tag.empty() || range.empty()) return false;
  if (range == "*") return true;
  if (range.size() > tag.size()) return false;
  const bool prefix = std::equal(range.begin(), range.end(), tag.begin(),
                                 [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
  return prefix && (range.size() == tag.size() || tag[range.size()] == '-');
}

}  // namespace weft
