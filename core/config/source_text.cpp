// SPDX-License-Identifier: Apache-2.0
/// Lines and columns, and the check of encoding and characters.
#include "core/config/source_text.hpp"

#include <algorithm>
#include <utility>

#include "weft/utf8.hpp"

namespace weft {
namespace {

// A file may be one line of a mebibyte; columns must not cost a walk from its start.
constexpr std::size_t kBlock = 256;

std::string hex(unsigned value, int digits) {
  std::string text;
  for (; value != 0 || digits > 0; value /= 16, --digits)
    text.insert(text.begin(), "0123456789ABCDEF"[value % 16]);
  return text;
}

Fault bad_byte(std::string_view text, std::size_t offset, std::size_t skipped) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  return {offset,
          "byte 0x" + hex(byte, 2) + " (byte " + std::to_string(skipped + offset + 1) +
              " of the file) is not valid UTF-8",
          "save the file as UTF-8"};
}

}  // namespace

SourceText::SourceText(std::string file, std::string_view bytes)
    : file_(std::move(file)),
      skipped_(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0),
      text_(bytes.substr(skipped_)),
      line_starts_{0} {
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const bool carriage_return = text_[i] == '\r' && !text_.substr(i + 1).starts_with('\n');
    if (text_[i] == '\n' || carriage_return) line_starts_.push_back(i + 1);
  }
  std::size_t points = 0;
  for (std::size_t block = 0; block <= text_.size(); block += kBlock) {
    points_before_.push_back(points);
    points += count_code_points(text_.substr(block, kBlock));
  }
}

std::size_t SourceText::points_before(std::size_t offset) const {
  const std::size_t block = offset / kBlock;
  const std::size_t begin = block * kBlock;
  return points_before_[block] + count_code_points(text_.substr(begin, offset - begin));
}

Place SourceText::place(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto next = std::ranges::upper_bound(line_starts_, offset);
  const std::size_t start = *(next - 1);
  const std::size_t column = points_before(offset) - points_before(start) + 1;
  return {file_, static_cast<std::uint32_t>(next - line_starts_.begin()),
          static_cast<std::uint32_t>(column)};
}

std::optional<std::string> wide_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  const auto begins = [&](std::string_view pattern) { return bytes.starts_with(pattern); };
  // The 32-bit forms first: their marks begin like those of the 16-bit forms.
  if (begins("\xFF\xFE\0\0"sv) || begins("\0\0\xFE\xFF"sv) || begins("<\0\0\0"sv) ||
      begins("\0\0\0<"sv))
    return "UTF-32";
  if (begins("\xFF\xFE"sv) || begins("\xFE\xFF"sv) || begins("<\0"sv) || begins("\0<"sv))
    return "UTF-16";
  return std::nullopt;
}

std::optional<Fault> find_bad_character(std::string_view text, std::size_t skipped) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t start = offset;
    if (sequence_size(text, offset) == 0) return bad_byte(text, offset, skipped);
    const char32_t point = next_code_point(text, offset);
    if (!is_xml_character(point))
      return Fault{start, "character " + code_point_name(point) + " is not allowed in XML",
                   "remove it"};
  }
  return std::nullopt;
}

bool is_xml_character(char32_t point) {
  if (point < 0x20) return point == '\t' || point == '\n' || point == '\r';
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  return point <= 0x10FFFF && !surrogate && point != 0xFFFE && point != 0xFFFF;
}

std::string code_point_name(char32_t point) {
  return "U+" + hex(point, 4);
}

}  // namespace weft
