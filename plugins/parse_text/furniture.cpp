// SPDX-License-Identifier: Apache-2.0
/// Looks units up in the tables, and counts the words of navigation bars and share buttons.

#include "furniture.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "characters.hpp"
#include "furniture_words.hpp"
#include "match.hpp"
#include "weft/utf8.hpp"

namespace weft::plain {
namespace {

constexpr std::uint32_t kShort = 160;   // columns a line of furniture takes at most
constexpr std::uint32_t kBarItem = 24;  // columns of one entry of a navigation bar

/// The patterns by their first byte; those that begin with "*" under 0.
class Index {
 public:
  Index() {
    for (const Wordings& entry : furniture_wordings()) {
      each_pattern(entry.patterns, [&](std::string_view pattern) {
        const auto lead = static_cast<unsigned char>(pattern.front());
        slots_[lead == '*' ? 0 : lead].push_back({entry.reason, pattern});
      });
    }
  }

  [[nodiscard]] std::string_view find(std::string_view key) const {
    if (key.empty()) return {};
    const std::string_view found = find_in(slots_[static_cast<unsigned char>(key.front())], key);
    return !found.empty() ? found : find_in(slots_[0], key);
  }

 private:
  using Slot = std::vector<Wordings>;

  static std::string_view find_in(const Slot& slot, std::string_view key) {
    const auto found = std::find_if(
        slot.begin(), slot.end(), [&](const Wordings& entry) { return fits(key, entry.patterns); });
    return found == slot.end() ? std::string_view{} : found->reason;
  }

  std::array<Slot, 256> slots_;
};

/// The entries between any of the ASCII and UTF-8 marks, blanks trimmed, none empty.
std::vector<std::string_view> split(std::string_view key, std::string_view marks) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    const std::string_view entry = trim(key.substr(begin, end - begin));
    if (!entry.empty()) out.push_back(entry);
  };
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t here = at;
    const char32_t point = next_code_point(key, at);
    bool mark = false;
    for (std::size_t m = 0; m < marks.size();)
      mark = next_code_point(marks, m) == point || mark;
    if (!mark) continue;
    close(here);
    begin = at;
  }
  close(key.size());
  return out;
}

/// "facebook twitter rss", "Facebook | WhatsApp | Email", "facebook-blank": mostly network names.
bool is_social_row(std::string_view key) {
  static const WordSet kNetworks(network_words());
  const auto words = split(key, " |,/·");
  std::size_t networks = 0;
  std::size_t buttons = 0;
  for (const std::string_view word : words) {
    const std::string_view stem = word.substr(0, word.find('-'));
    if (kNetworks.has(word) || kNetworks.has(stem)) {
      ++networks;
    } else if (is_button(word)) {
      ++buttons;
    }
  }
  if (words.size() == 1) return networks == 1;
  if (networks == 0) return buttons >= 3 && buttons == words.size();
  return networks + buttons >= 2 && (networks + buttons) * 3 >= words.size() * 2;
}

/// "[Copy link]" and "【免责声明】本文……" without the brackets.
std::string without_brackets(const std::string& key) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"[", "]"}, {"【", "】"}, {"(", ")"}}) {
    const std::size_t end = key.find(close);
    if (!key.starts_with(open) || end == std::string::npos) continue;
    return key.substr(open.size(), end - open.size()) + key.substr(end + close.size());
  }
  return key;
}

}  // namespace

std::string_view furniture_reason(const Unit& unit) {
  static const Index kIndex;
  if (unit.key.empty() || unit.shape.width > kShort) return {};
  const std::string_view found = kIndex.find(without_brackets(unit.key));
  if (!found.empty()) return found;
  return is_social_row(unit.key) ? kReasonSocial : std::string_view{};
}

bool is_comment_count(const Unit& unit) {
  if (unit.key.empty() || unit.shape.stops > 1 || unit.key[0] < '0' || unit.key[0] > '9')
    return false;
  return fits_any(
      unit.key,
      "* comment | * comments | * thought on * | * thoughts on * | * response to * | "
      "* responses to * | * replies | * comments on * | *条评论 | *条评论:* | *条留言 | "
      "*则留言 | *个评论 | *则回应");
}

bool is_button(std::string_view key) {
  static const WordSet kButtonSet(button_words());
  return kButtonSet.has(key);
}

bool is_navigation_row(const Unit& unit) {
  const bool table = unit.key.starts_with('|') || unit.key.starts_with('[');
  if (unit.key.empty() || unit.shape.stops > 0 || unit.item || table) return false;
  // Without blanks around them "/" and "·" join names and alternatives.
  std::string key;
  for (std::size_t at = 0; at < unit.key.size();) {
    const std::string_view rest = std::string_view(unit.key).substr(at);
    const std::size_t joint = rest.starts_with(" / ") ? 3 : rest.starts_with(" · ") ? 4 : 0;
    key.push_back(joint > 0 ? '|' : unit.key[at]);
    at += std::max<std::size_t>(joint, 1);
  }
  const auto entries = split(key, "|>»›→\\");
  return entries.size() >= 3 &&
         std::all_of(entries.begin(), entries.end(), [](std::string_view entry) {
           const Shape shape = measure(entry);
           return shape.width <= kBarItem && shape.letters > shape.digits;
         });
}

bool promotes(std::string_view key) {
  return fits_any(key, promotion_wordings());
}

bool is_bio_heading(std::string_view key) {
  static const PatternSet kHeadings(bio_headings());
  return kHeadings.fit(key);
}

bool is_about_site_heading(std::string_view key) {
  static const PatternSet kHeadings(about_site_headings());
  return kHeadings.fit(key);
}

bool is_site_name(std::string_view key) {
  return fits_any(key, site_name_wordings());
}

bool is_kicker(const Unit& unit) {
  static const WordSet kKickers(kickers());
  return unit.shape.words <= 6 && kKickers.has(unit.key);
}

}  // namespace weft::plain
