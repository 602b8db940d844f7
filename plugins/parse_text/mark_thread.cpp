// SPDX-License-Identifier: Apache-2.0
/// Dumps of threads: a name, a time, a post and buttons, again and again.

#include <algorithm>
#include <vector>

#include "dates.hpp"
#include "furniture.hpp"
#include "match.hpp"
#include "passes.hpp"
#include "weft/vocabulary.h"

namespace weft::plain {
namespace {

constexpr std::uint32_t kStampWidth = 80;  // columns of a line that says who posted when
constexpr std::uint32_t kNameWidth = 30;   // columns of a poster's name
constexpr std::uint32_t kMarkWidth = 24;   // columns of a floor's number or a button
constexpr std::size_t kLeast = 2;          // posts, and marks of posts, that make a thread

/// Which of a post's parts that are no text of it.
enum class Part : std::uint8_t { kNone, kStamp, kMark };

/// "#2", "3楼", "2#": where in the thread a post stands.
bool is_floor(std::string_view key) {
  static const WordSet kFloors("楼主 | 沙发 | 板凳 | 地板 | op | original poster");
  if (kFloors.has(key)) return true;
  const bool hash = key.starts_with('#');
  if (hash) key.remove_prefix(1);
  if (key.starts_with("第")) key.remove_prefix(3);
  const std::size_t digits = std::min(key.find_first_not_of("0123456789"), key.size());
  if (digits == 0 || digits > 5) return false;
  const std::string_view rest = key.substr(digits);
  return rest == "#" || rest == "楼" || (rest.empty() && hash);
}

bool is_post_button(std::string_view key) {
  static const WordSet kButtons(
      "reply | reply quote | quote | report | like | upvote | share | edit | permalink | "
      "回复 | 回复ta | 引用 | 举报 | 点赞 | 赞 | 顶一下 | 只看该作者 | 只看楼主 | 倒序浏览 | "
      "使用道具 | 使用道具 举报 | 回复 举报 | 回复 引用 | 收起 | 返信");
  return kButtons.has(key);
}

class ThreadMarker {
 public:
  explicit ThreadMarker(Page& page) : page_(page), parts_(page.units.size()) {}

  void run() {
    find_marks();
    find_stamps();
    if (stamps_.size() < kLeast || (marks_ < kLeast && signed_ < kLeast)) return;
    mark_names();
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (parts_[i] != Part::kNone) page_.furnish(i, kReasonPost);
    }
    // However short a post is, it heads nothing.
    for (std::size_t i = stamps_.front() + 1; i < parts_.size(); ++i) {
      if (!unit(i).decided() && !unit(i).item && !unit(i).quoted && !page_.is_prose(i))
        page_.mark(i, WEFT_SPAN_PARAGRAPH);
    }
  }

 private:
  [[nodiscard]] const Unit& unit(std::size_t i) const { return page_.units[i]; }

  void find_marks() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      // Below an article its readers' comments are no thread.
      if (unit(i).reason == kReasonComments) return parts_.resize(i);
      const std::string_view key = unit(i).key;
      if (key.empty() || unit(i).shape.width > kMarkWidth) continue;
      if (!is_floor(key) && !is_post_button(key)) continue;
      parts_[i] = Part::kMark;
      ++marks_;
    }
  }

  /// Lines that say when something was posted, each over text of its own.
  void find_stamps() {
    bool named = false;
    std::size_t prose_above = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (parts_[i] != Part::kNone || unit(i).decided()) continue;
      if (page_.is_prose(i)) {
        signed_ += named ? 1U : 0U;
        named = false;
        prose_above += stamps_.empty() ? 1U : 0U;
      }
      bool names_poster = false;
      if (!is_stamp(i, names_poster)) continue;
      if (prose_above > 1) return;  // an article, with dates below it
      parts_[i] = Part::kStamp;
      named = names_poster;
      stamps_.push_back(i);
    }
  }

  [[nodiscard]] bool is_stamp(std::size_t i, bool& names_poster) const {
    const Unit& line = unit(i);
    if (line.key.empty() || line.shape.width > kStampWidth || line.shape.digits == 0) return false;
    const FieldLine fields = read_fields(page_.text_of(line));
    const bool author = fields.find(Role::kAuthor) != nullptr;
    const bool said = line.shape.stops == 0 && fits_any(line.key, "发表于* | *发表于* | 回复于*") &&
                      find_date(page_.text_of(line)).has_value();
    names_poster = author || said;
    return said || fields.bare_date() || (author && fields.find(Role::kPublished) != nullptr);
  }

  [[nodiscard]] bool is_name(std::size_t i) const {
    const Shape& shape = unit(i).shape;
    return !unit(i).decided() && parts_[i] == Part::kNone && shape.width <= kNameWidth &&
           shape.open() && shape.letters > 0 && !unit(i).item;
  }

  /// The unit next to stamp `i` that may name its poster, past the floor's number; or the end.
  [[nodiscard]] std::size_t above(std::size_t i) const {
    while (i > 0 && parts_[i - 1] == Part::kMark && is_floor(unit(i - 1).key))
      --i;
    return i > 0 && is_name(i - 1) ? i - 1 : parts_.size();
  }

  /// Where most stamps have a short line above, that is who posted.
  void mark_names() {
    std::vector<std::size_t> names;
    for (const std::size_t i : stamps_) {
      if (const std::size_t name = above(i); name < parts_.size() && name > 0)
        names.push_back(name);
    }
    if (names.size() * 10 < stamps_.size() * 6) return;
    for (const std::size_t i : names)
      parts_[i] = Part::kStamp;
  }

  Page& page_;
  std::vector<Part> parts_;
  std::vector<std::size_t> stamps_;
  std::size_t marks_ = 0;
  std::size_t signed_ = 0;  ///< stamps that name their poster or say "posted"
};

}  // namespace

void mark_thread(Page& page) {
  ThreadMarker(page).run();
}

}  // namespace weft::plain
