// SPDX-License-Identifier: Apache-2.0
/// The part of RFC 3986 that links on pages need.
#include "web_address.hpp"

#include <vector>

#include "html_tokens.hpp"
#include "letters.hpp"

namespace weft {
namespace {

bool has_web_scheme(std::string_view address) {
  return equals_ignoring_case(address.substr(0, 7), "http://") ||
         equals_ignoring_case(address.substr(0, 8), "https://");
}

// The colon of a scheme stands before any slash.
bool has_scheme(std::string_view address) {
  const std::size_t colon = address.find(':');
  return colon != std::string_view::npos && colon < address.find_first_of("/?#");
}

std::string without_dots(std::string_view path) {
  std::vector<std::string_view> kept;
  std::size_t at = 1;
  bool open = false;
  while (at <= path.size()) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    open = part == "." || part == "..";
    if (part == ".." && !kept.empty()) kept.pop_back();
    if (!open) kept.push_back(part);
    at = end + 1;
  }
  std::string out;
  for (const std::string_view part : kept)
    out.append("/").append(part);
  if (open || out.empty()) out += '/';
  return out;
}

}  // namespace

std::string resolve_address(std::string_view base, std::string_view reference) {
  reference = trimmed(reference);
  if (has_web_scheme(reference)) return std::string(reference);
  if (!has_web_scheme(base) || has_scheme(reference)) return {};
  const std::size_t host = base.find("://") + 3;
  const std::size_t path = std::min(base.find_first_of("/?#", host), base.size());
  if (reference.starts_with("//")) return std::string(base.substr(0, host - 2)).append(reference);
  const std::string_view origin = base.substr(0, path);
  std::string_view base_path = base.substr(path);
  base_path = base_path.substr(0, base_path.find_first_of("?#"));
  if (reference.empty() || reference.front() == '#')
    return std::string(origin).append(base_path).append(reference);
  if (reference.front() == '?') return std::string(origin).append(base_path).append(reference);
  const std::size_t tail = std::min(reference.find_first_of("?#"), reference.size());
  std::string merged;
  if (reference.front() != '/') merged = base_path.substr(0, base_path.rfind('/') + 1);
  if (merged.empty() && reference.front() != '/') merged = "/";
  merged.append(reference.substr(0, tail));
  return std::string(origin).append(without_dots(merged)).append(reference.substr(tail));
}

}  // namespace weft
