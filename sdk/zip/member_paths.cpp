// SPDX-License-Identifier: Apache-2.0
/// Paths of members, and what the first bytes of an archive tell.
#include <algorithm>

#include "weft/zip/archive.hpp"

namespace weft {
namespace {

constexpr std::string_view kLocalHeader = "PK\x03\x04";
constexpr std::string_view kDirectoryHeader = "PK\x01\x02";

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view path) {
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const int high = path[i] == '%' && i + 2 < path.size() ? hex_digit(path[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(path[i + 2]);
    const int code = high * 16 + low;
    if (low < 0 || code == 0) {
      out.push_back(path[i]);
    } else {
      out.push_back(static_cast<char>(code));
      i += 2;
    }
  }
  return out;
}

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t out = 0;
  for (std::size_t i = size; i-- > 0;)
    out = out << 8U | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

/// The name in a header at `at` whose fixed part is `fixed` bytes with the name's length at
/// `length_at`; empty when it is cut.
std::string_view name_at(std::string_view head, std::size_t at, std::size_t fixed,
                         std::size_t length_at) {
  if (head.size() - at < fixed) return {};
  const std::size_t length = number_at(head, at + length_at, 2);
  return head.size() - at - fixed < length ? std::string_view() : head.substr(at + fixed, length);
}

}  // namespace

std::string resolve_member(std::string_view base, std::string_view path) {
  const std::string decoded = percent_decoded(path.substr(0, path.find_first_of("#?")));
  std::string joined;
  if (!decoded.starts_with('/')) {
    const std::size_t slash = base.rfind('/');
    if (slash != std::string_view::npos) joined = base.substr(0, slash + 1);
  }
  joined += decoded;
  std::string out;
  for (std::size_t at = 0; at <= joined.size();) {
    const std::size_t end = std::min(joined.find('/', at), joined.size());
    const std::string_view step = std::string_view(joined).substr(at, end - at);
    at = end + 1;
    if (step.empty() || step == ".") continue;
    if (step == "..") {
      const std::size_t slash = out.rfind('/');
      out.resize(slash == std::string::npos ? 0 : slash);
      continue;
    }
    if (!out.empty()) out.push_back('/');
    out += step;
  }
  return out;
}

std::vector<std::string_view> zip_names_in(std::string_view head) {
  std::vector<std::string_view> out;
  if (!head.starts_with(kLocalHeader)) return out;
  // Sizes in local headers may be left for later, so that headers are looked for, not walked.
  for (std::size_t at = 0; at != std::string_view::npos; at = head.find("PK", at + 1)) {
    const std::string_view signature = head.substr(at, 4);
    std::string_view name;
    if (signature == kLocalHeader) name = name_at(head, at, 30, 26);
    if (signature == kDirectoryHeader) name = name_at(head, at, 46, 28);
    if (!name.empty()) out.push_back(name);
  }
  return out;
}

std::string_view zip_mimetype(std::string_view head) {
  constexpr std::string_view kName = "mimetype";
  if (!head.starts_with(kLocalHeader) || name_at(head, 0, 30, 26) != kName) return {};
  if (number_at(head, 8, 2) != 0) return {};
  const std::size_t begin = 30 + kName.size() + number_at(head, 28, 2);
  if (begin >= head.size()) return {};
  // With its size left for later, the value ends where the next signature begins.
  std::size_t size = number_at(head, 22, 4);
  const std::string_view rest = head.substr(begin);
  if (size == 0) size = std::min(rest.find("PK"), std::size_t{128});
  std::string_view value = rest.substr(0, size);
  while (!value.empty() && static_cast<unsigned char>(value.back()) <= ' ')
    value.remove_suffix(1);
  return value;
}

}  // namespace weft
