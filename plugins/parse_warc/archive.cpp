// SPDX-License-Identifier: Apache-2.0
/// Reading records: a header, a block as long as the header says, a blank line, and checks of all.
#include "archive.hpp"

#include <weft/error.hpp>

#include <algorithm>
#include <utility>

namespace weft::warc {
namespace {

constexpr std::size_t kWindow = 65536;
constexpr std::uint64_t kNoFile = std::uint64_t{1} << 62U;
constexpr std::size_t kTail = 64;  // looked at behind a block

/// Line ends only; what stands behind them.
std::string_view skip_line_ends(std::string_view text) {
  const std::size_t at = text.find_first_not_of("\r\n");
  return text.substr(std::min(at, text.size()));
}

/// A record's first line with a field behind it: text that merely talks of WARC has none.
bool is_record(std::string_view text) {
  if (!begins_record(text)) return false;
  std::string_view line = text.substr(std::min(text.find('\n'), text.size()));
  line.remove_prefix(std::min<std::size_t>(1, line.size()));
  return lower_case(line.substr(0, 5)) == "warc-" || lower_case(line.substr(0, 8)) == "content-";
}

}  // namespace

Archive::Archive(std::string_view file, std::uint64_t max_block)
    : feed_(make_feed(file)), max_block_(max_block) {}

std::uint64_t Archive::take_garbage() {
  return std::exchange(garbage_, 0) + feed_->take_garbage();
}

std::optional<Record> Archive::next() {
  if (!find_record()) return {};
  Record record;
  record.offset = feed_->offset();
  read_header(record);
  record.too_large = record.size > max_block_;
  if (record.too_large && feed_->is_compressed())
    pass_over(record);
  else
    read_block(record);
  if (record.too_large) record.block = {};
  return record;
}

/// Goes to the next record's first byte. False at the end.
bool Archive::find_record() {
  while (true) {
    const std::string_view text = feed_->peek(kWindow);
    if (text.empty()) {
      const auto damage = feed_->damage(0);
      if (!damage) return false;
      feed_->recover();
      throw Error(WEFT_E_INPUT,
                  "the gzip member at byte " + std::to_string(damage->offset) +
                      " is damaged: " + damage->reason,
                  1, damage->offset, damage->offset);
    }
    const std::size_t padding = text.size() - skip_line_ends(text).size();
    feed_->skip(padding);
    if (padding == text.size()) continue;
    if (begins_record(text.substr(padding))) return true;
    garbage_ += resync();
  }
}

void Archive::read_header(Record& record) {
  std::optional<HeaderEnd> end;
  std::string_view text;
  for (std::size_t window = kWindow / 16; window <= kWindow * 16 && !end; window *= 16) {
    text = feed_->peek(window);
    end = find_header_end(text);
    if (text.size() < window) break;
  }
  const bool at_end = text.size() < kWindow / 16;
  const auto cut = cut_by_member(text);
  if (!end || (cut && *cut < end->body)) {
    feed_->skip(1);
    lose(record, at_end ? "the file ends inside its header" : "its header has no end");
  }
  const std::size_t first = text.find('\n') + 1;
  record.fields = HeaderFields(text.substr(first, std::max(end->lines, first) - first));
  const auto size = read_number(record.fields.get("Content-Length"));
  feed_->skip(end->body);
  if (!size) lose(record, "its Content-Length is missing or no number");
  record.size = *size;
}

/// Length of the block where a gzip member's end cuts it: another record begins behind that.
std::optional<std::size_t> Archive::cut_by_member(std::string_view text) const {
  const auto at = feed_->next_member();
  if (!at || *at >= text.size() || !begins_record(text.substr(*at))) return {};
  return at;
}

/// Throws where a gzip member ends, and another record begins, within the next `left` bytes of a
/// block.
void Archive::stop_at_member(const Record& record, std::string_view text, std::uint64_t left) {
  const auto cut = cut_by_member(text);
  if (!cut || *cut >= left) return;
  feed_->skip(*cut);
  throw Error(WEFT_E_INPUT,
              "the record at byte " + std::to_string(record.offset) + " is lost: it ends after " +
                  std::to_string(record.size - left + *cut) + " of its " +
                  std::to_string(record.size) + " bytes",
              1, record.offset, feed_->offset());
}

void Archive::read_block(Record& record) {
  // No file is as large as that; kTail must not wrap around.
  const auto size = static_cast<std::size_t>(std::min(record.size, kNoFile));
  const std::string_view text = feed_->peek(size + kTail);
  check_end(record, text);
  record.block = text.substr(0, size);
  feed_->skip(size);
}

/// Throws where the block does not end where it should.
void Archive::check_end(const Record& record, std::string_view text) {
  const auto size = static_cast<std::size_t>(std::min(record.size, kNoFile));
  stop_at_member(record, text, size);
  const auto damage = feed_->damage(size);
  if (damage && damage->in_this_member && text.size() < size + kTail)
    lose(record, "its gzip member is damaged: " + damage->reason);
  if (text.size() < size)
    lose(record, "the file ends after " + std::to_string(text.size()) + " of its " +
                     std::to_string(size) + " bytes");
  const std::string_view behind = skip_line_ends(text.substr(size));
  constexpr std::string_view kNext = "WARC/";
  const std::string_view line_ends = text.substr(size, text.size() - size - behind.size());
  // With the blank lines that belong there the record is sound, whatever lies between it and the
  // next one.
  const bool sound = line_ends == "\r\n\r\n" || behind.empty() || behind.starts_with(kNext) ||
                     kNext.starts_with(behind) ||
                     feed_->next_member() == text.size() - behind.size();
  if (!sound) lose(record, "its Content-Length of " + std::to_string(size) + " leads into text");
}

/// A block that is too large to hold.
void Archive::pass_over(const Record& record) {
  std::uint64_t left = record.size;
  while (left != 0) {
    const std::string_view text = feed_->peek(kWindow);
    if (text.empty()) lose(record, "the file ends inside it, or is damaged");
    stop_at_member(record, text, left);
    const std::size_t step = std::min<std::uint64_t>(left, text.size());
    feed_->skip(step);
    left -= step;
  }
}

/// Goes to the next place that begins a record, or to the end. Returns how many bytes that was.
std::uint64_t Archive::resync() {
  std::uint64_t passed = 0;
  while (true) {
    const std::string_view text = feed_->peek(kWindow);
    if (text.empty()) return passed;
    std::size_t step = text.find("WARC/");
    if (step == 0) {
      if (is_record(text)) return passed;
      step = 1;
    } else if (step == std::string_view::npos) {
      constexpr std::size_t kCut = 4;  // the window's end may cut the word
      step = text.size() > kCut ? text.size() - kCut : text.size();
    }
    feed_->skip(step);
    passed += step;
  }
}

/// Goes to the next record and says what became of this one.
void Archive::lose(const Record& record, std::string why) {
  resync();
  const bool at_end = feed_->peek(1).empty();
  const auto damage = feed_->damage(0);
  if (at_end && damage && damage->in_this_member) {
    feed_->recover();
    why = "its gzip member is damaged: " + damage->reason;
  }
  const bool more = !feed_->peek(1).empty();
  const std::uint64_t next = feed_->offset();
  throw Error(WEFT_E_INPUT,
              "the record at byte " + std::to_string(record.offset) + " is lost: " + why +
                  (more ? "; the next one begins at byte " + std::to_string(next)
                        : "; there is no other behind it"),
              1, record.offset, std::max(record.offset, next));
}

}  // namespace weft::warc
