// SPDX-License-Identifier: Apache-2.0
/// The header is a Python literal, of which only what numpy itself writes is read.
#include "read_npy.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

#include "weft/error.hpp"

namespace weft {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are copied as they lie");

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
  throw Error(WEFT_E_CONFIG,
              name + ": " + why +
                  "; write it with numpy.save as a two-dimensional array of float32 or float16");
}

/// What stands behind "'key':" in the header, up to the next comma outside brackets.
std::string_view value_of(std::string_view header, std::string_view key) {
  const std::string quoted = "'" + std::string(key) + "':";
  const std::size_t at = header.find(quoted);
  if (at == std::string_view::npos) return {};
  std::string_view rest = header.substr(at + quoted.size());
  const std::size_t first = rest.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  rest.remove_prefix(first);
  const std::size_t end = rest.front() == '(' ? rest.find(')') : rest.find_first_of(",}");
  return end == std::string_view::npos ? std::string_view{} : rest.substr(0, end);
}

/// The number at the start of a text, which loses it and what parts it from the next.
std::size_t take_number(std::string_view& text, const std::string& name) {
  std::size_t number = 0;
  const std::size_t first = text.find_first_not_of("( ,");
  if (first != std::string_view::npos) text.remove_prefix(first);
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc()) refuse(name, "its shape is not that of a matrix");
  text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
  return number;
}

float from_half(std::uint16_t half) {
  const int exponent = (half >> 10U) & 0x1F;
  const int fraction = half & 0x3FF;
  constexpr int kBias = 15;
  constexpr int kFractionBits = 10;
  float value = 0;
  if (exponent == 0)
    value = std::ldexp(static_cast<float>(fraction), 1 - kBias - kFractionBits);
  else if (exponent == 0x1F)
    value = std::numeric_limits<float>::infinity();
  else
    value = std::ldexp(static_cast<float>(fraction + 1024), exponent - kBias - kFractionBits);
  return (half & 0x8000U) != 0 ? -value : value;
}

template <class Number>
float number_at(const char* bytes) {
  Number number;
  std::memcpy(&number, bytes, sizeof number);
  return static_cast<float>(number);
}

float half_at(const char* bytes) {
  std::uint16_t half = 0;
  std::memcpy(&half, bytes, sizeof half);
  return from_half(half);
}

/// The header's text; `bytes` loses what stands before the numbers.
std::string_view take_header(std::string_view& bytes, const std::string& name) {
  constexpr std::string_view kMagic("\x93NUMPY", 6);
  constexpr std::size_t kVersion = 6;
  if (bytes.size() < 12 || bytes.substr(0, kMagic.size()) != kMagic)
    refuse(name, "it is no .npy file");
  const bool short_size = bytes[kVersion] == 1;
  std::uint32_t size = 0;
  std::memcpy(&size, bytes.data() + 8, short_size ? 2 : 4);
  bytes.remove_prefix(short_size ? 10 : 12);
  if (size > bytes.size()) refuse(name, "it is cut off in its header");
  const std::string_view header = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return header;
}

}  // namespace

Vectors read_npy(std::string_view bytes, const std::string& name) {
  const std::string_view header = take_header(bytes, name);
  const std::string_view type = value_of(header, "descr");
  std::size_t width = 0;
  float (*read)(const char*) = nullptr;
  if (type == "'<f2'") width = 2, read = &half_at;
  if (type == "'<f4'") width = 4, read = &number_at<float>;
  if (type == "'<f8'") width = 8, read = &number_at<double>;
  if (read == nullptr) refuse(name, "its numbers are of another type than float16, 32 or 64");
  if (value_of(header, "fortran_order") != "False") refuse(name, "it is in Fortran order");
  std::string_view shape = value_of(header, "shape");
  const std::size_t rows = take_number(shape, name);
  Vectors out;
  out.dimension = take_number(shape, name);
  if (shape.find_first_of("0123456789") != std::string_view::npos || out.dimension == 0)
    refuse(name, "its shape is not that of a matrix");
  const std::size_t held = bytes.size() / width / out.dimension;
  if (held != rows || bytes.size() != rows * out.dimension * width)
    refuse(name, "it holds " + std::to_string(held) + " rows, and its header says " +
                     std::to_string(rows));
  out.values.reserve(rows * out.dimension);
  for (std::size_t i = 0; i < rows * out.dimension; ++i) {
    out.values.push_back(read(bytes.data() + i * width));
    if (!std::isfinite(out.values.back()))
      refuse(name,
             "row " + std::to_string(i / out.dimension) + " holds something that is no number");
  }
  return out;
}

}  // namespace weft
