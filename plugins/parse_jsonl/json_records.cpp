// SPDX-License-Identifier: Apache-2.0
/// Counting brackets outside strings.
#include "json_records.hpp"

#include <weft/records/source_text.hpp>

#include <algorithm>

namespace weft::json {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

/// Behind the closing quote of the string at `quote`, or the size of the text.
std::size_t end_of_string(std::string_view text, std::size_t quote) {
  for (std::size_t at = text.find_first_of("\"\\", quote + 1); at != std::string_view::npos;
       at = text.find_first_of("\"\\", at)) {
    if (text[at] == '"') return at + 1;
    at += 2;
    if (at >= text.size()) break;
  }
  return text.size();
}

std::size_t count_lines(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// A line with an object or array and nothing else.
bool is_record_line(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  const std::string_view line = text.substr(0, end);
  const std::size_t value_end = end_of_value(line, begin);
  const bool whole =
      value_end > begin && (line[value_end - 1] == '}' || line[value_end - 1] == ']');
  return whole && line.find_first_not_of(kBlank, value_end) == std::string_view::npos;
}

}  // namespace

std::size_t end_of_value(std::string_view text, std::size_t begin) {
  if (begin >= text.size()) return text.size();
  if (text[begin] == '"') return end_of_string(text, begin);
  if (text[begin] != '{' && text[begin] != '[')
    return std::min(text.find_first_of(",]} \t\r\n", begin), text.size());
  std::size_t depth = 0;
  for (std::size_t at = begin; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      at = end_of_string(text, at);
      continue;
    }
    ++at;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return at;
  }
  return text.size();
}

RecordFinder::RecordFinder(std::string_view text) : text_(text) {
  skip_blanks();
  if (at_ >= text.size()) return;
  const char first = text[at_];
  const bool record_line = is_record_line(text, at_);
  const std::size_t next_line = text.find('\n', at_);
  const std::size_t below =
      next_line == std::string_view::npos ? next_line : text.find_first_not_of(kBlank, next_line);
  // "[1, 2]" alone is an array of records; with more lines below, each line is
  // a record.
  const bool alone = below == std::string_view::npos;
  if (first == '[' && (!record_line || alone)) {
    layout_ = Layout::kArray;
    ++at_;
  } else if (first == '{' && !record_line) {
    // A first line that is cut, with another record below it, is a broken
    // record and no object.
    const bool others = !alone && is_record_line(text, below) && text[below] == '{';
    layout_ = others ? Layout::kLines : Layout::kObjects;
  }
}

void RecordFinder::skip_blanks() {
  const std::size_t next = std::min(text_.find_first_not_of(kBlank, at_), text_.size());
  line_ += count_lines(text_.substr(at_, next - at_));
  at_ = next;
}

bool RecordFinder::next(RawRecord& record) {
  skip_blanks();
  if (at_ >= text_.size()) return false;
  return layout_ == Layout::kLines ? next_line(record) : next_value(record);
}

bool RecordFinder::next_line(RawRecord& record) {
  const std::size_t end = std::min(text_.find('\n', at_), text_.size());
  record = {at_, end, line_, true};
  at_ = end;
  return true;
}

bool RecordFinder::next_value(RawRecord& record) {
  while (text_[at_] == ',') {
    ++at_;
    skip_blanks();
    if (at_ >= text_.size()) return false;
  }
  if (layout_ == Layout::kArray && text_[at_] == ']') {
    at_ = text_.size();
    return false;
  }
  const std::size_t end = std::max(end_of_value(text_, at_), at_ + 1);
  const char last = text_[end - 1];
  const bool open = text_[at_] == '{' || text_[at_] == '[';
  const bool whole = !open || last == '}' || last == ']';
  record = {at_, end, line_, whole && (end < text_.size() || layout_ != Layout::kArray)};
  line_ += count_lines(text_.substr(at_, end - at_));
  at_ = record.whole ? end : text_.size();
  return true;
}

int sniff_json(std::string_view uri, std::string_view media_type, std::string_view head) {
  const std::string type = bare_media_type(media_type);
  for (const char* mine : {"application/json", "application/x-ndjson", "application/ndjson",
                           "application/jsonl", "application/x-jsonlines", "application/ld+json"}) {
    if (type == mine) return 100;
  }
  if (!type.empty() && type != "application/octet-stream") return 0;
  const std::string text = sniffable(head);
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string::npos || (text[first] != '{' && text[first] != '[')) return 0;
  // Inside the bracket must stand what JSON allows there.
  const std::size_t inside = text.find_first_not_of(kBlank, first + 1);
  if (inside == std::string::npos) return 0;
  const std::string_view allowed = text[first] == '{' ? "\"}" : "{[\"]-0123456789tfn";
  if (allowed.find(text[inside]) == std::string_view::npos) return 0;
  bool keyed = text[first] == '[' && text[inside] != '[';
  if (text[first] == '{') {
    const std::size_t colon = text.find_first_not_of(kBlank, end_of_value(text, inside));
    keyed = text[inside] == '"' && colon != std::string::npos && text[colon] == ':';
    if (!keyed && text[inside] == '"') return 0;
  }
  bool named = false;
  for (const char* ending : {".json", ".jsonl", ".ndjson"})
    named = named || has_ending(uri, ending);
  const std::size_t line = text.find('\n', first);
  const bool second = line != std::string::npos && text[first] == '{' &&
                      is_record_line(text, first) &&
                      text[std::min(text.find_first_not_of(kBlank, line), text.size() - 1)] == '{';
  if (second) return 90;
  return keyed && text[first] == '{' ? 80 : named ? 75 : text[inside] == '{' ? 80 : 20;
}

}  // namespace weft::json
