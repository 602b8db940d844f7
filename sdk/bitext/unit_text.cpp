// SPDX-License-Identifier: Apache-2.0
/// White space waits until text behind it shows that it is inside.
#include "weft/bitext/unit_text.hpp"

#include <weft/utf8.hpp>

namespace weft {
namespace {

constexpr std::string_view kSpace = " \t\n\r";

XmlText part(const XmlText& piece, std::size_t from, std::size_t size) {
  if (!piece.copied) return piece;
  return {piece.text.substr(from, size), piece.begin + from, static_cast<std::uint32_t>(size),
          true};
}

}  // namespace

void UnitTextBuilder::add(const XmlText& piece) {
  // A piece that stands for other bytes is cut only where it is all white space or none of it.
  std::size_t at = 0;
  while (at < piece.text.size()) {
    const std::size_t first = piece.text.find_first_not_of(kSpace, at);
    const std::size_t visible = first == std::string_view::npos ? piece.text.size() : first;
    if (visible > at && (piece.copied || visible == piece.text.size())) {
      space_ += piece.text.substr(at, visible - at);
      spaces_.push_back(part(piece, at, visible - at));
      at = visible;
      continue;
    }
    std::size_t end = piece.copied ? piece.text.find_first_of(kSpace, visible) : piece.text.size();
    if (end == std::string_view::npos) end = piece.text.size();
    add_visible(part(piece, at, end - at));
    at = end;
  }
}

void UnitTextBuilder::add_code_point(char32_t point, std::uint64_t begin, std::uint32_t size) {
  const bool scalar = point != 0 && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
  std::string text;
  append_code_point(text, scalar ? point : 0xFFFD);
  add_visible({text, begin, size, false});
}

void UnitTextBuilder::begin_segment() {
  segment_waits_ = true;
}

bool UnitTextBuilder::end_segment() {
  const bool has_text = !segment_waits_;
  if (has_text)
    made_.segments.push_back({segment_begin_, static_cast<std::uint32_t>(made_.text.size())});
  segment_waits_ = false;
  return has_text;
}

void UnitTextBuilder::make_one_segment() {
  made_.segments.clear();
  if (!made_.text.empty())
    made_.segments.push_back({0, static_cast<std::uint32_t>(made_.text.size())});
}

void UnitTextBuilder::append_aside(UnitText aside) {
  if (aside.text.empty()) return;
  if (!made_.text.empty()) made_.text += ' ';
  const auto offset = static_cast<std::uint32_t>(made_.text.size());
  made_.text += aside.text;
  for (const weft_run& run : aside.runs)
    map_.units(run.here + offset, run.there, run.count, run.here_unit, run.there_unit);
}

UnitText UnitTextBuilder::take() {
  made_.runs = map_.take();
  map_ = {};
  space_.clear();
  spaces_.clear();
  segment_waits_ = false;
  return std::exchange(made_, {});
}

void UnitTextBuilder::add_visible(const XmlText& piece) {
  flush_space();
  if (segment_waits_) segment_begin_ = static_cast<std::uint32_t>(made_.text.size());
  segment_waits_ = false;
  put(piece);
}

void UnitTextBuilder::flush_space() {
  if (space_.empty()) return;
  const bool wrapped = !preserve_ && space_.find_first_of("\n\r") != std::string::npos;
  if (!made_.text.empty() && wrapped) {
    const std::uint64_t begin = spaces_.front().begin;
    const std::uint64_t end = spaces_.back().begin + spaces_.back().size;
    put({" ", begin, static_cast<std::uint32_t>(end - begin), false});
  } else if (!made_.text.empty()) {
    std::size_t at = 0;
    for (XmlText piece : spaces_) {
      const std::size_t size = piece.text.size();
      piece.text = std::string_view(space_).substr(at, size);
      put(piece);
      at += size;
    }
  }
  space_.clear();
  spaces_.clear();
}

void UnitTextBuilder::put(const XmlText& piece) {
  const auto here = static_cast<std::uint32_t>(made_.text.size());
  made_.text += piece.text;
  const auto size = static_cast<std::uint32_t>(piece.text.size());
  if (piece.copied) {
    map_.copy(here, piece.begin, size);
  } else if (piece.size > 0) {
    map_.whole(here, size, piece.begin, piece.size);
  }
}

}  // namespace weft
