// SPDX-License-Identifier: Apache-2.0
/// Cutting a stream into lines and lines into events.
#include "events.hpp"

#include <cstddef>

namespace weft {
namespace {

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find_first_of("\r\n");
  const std::string_view line = rest.substr(0, end);
  if (end == std::string_view::npos) {
    rest = {};
    return line;
  }
  const bool both = rest[end] == '\r' && end + 1 < rest.size() && rest[end + 1] == '\n';
  rest.remove_prefix(end + (both ? 2 : 1));
  return line;
}

}  // namespace

std::vector<std::string> read_events(std::string_view stream) {
  std::vector<std::string> events;
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (stream.substr(0, kMark.size()) == kMark) stream.remove_prefix(kMark.size());
  std::string data;
  bool has_data = false;
  const auto dispatch = [&] {
    if (has_data) events.push_back(std::move(data));
    data.clear();
    has_data = false;
  };
  while (!stream.empty()) {
    std::string_view line = take_line(stream);
    if (line.empty()) dispatch();
    constexpr std::string_view kField = "data";
    if (line.substr(0, kField.size()) != kField) continue;
    line.remove_prefix(kField.size());
    if (!line.empty() && line.front() != ':') continue;
    if (!line.empty()) line.remove_prefix(1);
    if (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    if (has_data) data += '\n';
    data += line;
    has_data = true;
  }
  dispatch();
  return events;
}

bool ends_with_done(std::string_view stream) {
  const std::size_t last = stream.find_last_not_of("\r\n ");
  if (last == std::string_view::npos) return false;
  stream = stream.substr(0, last + 1);
  constexpr std::string_view kDone = "[DONE]";
  if (stream.size() < kDone.size() || stream.substr(stream.size() - kDone.size()) != kDone)
    return false;
  stream.remove_suffix(kDone.size());
  const std::size_t line = stream.find_last_of("\r\n");
  const std::string_view field = line == std::string_view::npos ? stream : stream.substr(line + 1);
  return field == "data:" || field == "data: ";
}

}  // namespace weft
