// SPDX-License-Identifier: Apache-2.0
/// Numbers, with and without units.
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

#include "core/plugin/param_readers.hpp"

namespace weft {
namespace {

/// A number at the start of a text, and what follows it.
template <class Number>
struct Begun {
  Number number{};
  std::string_view rest;
  bool read = false;       ///< there is a number
  bool too_large = false;  ///< there is one that Number cannot hold
};

template <class Number>
Begun<Number> begin_number(std::string_view text) {
  Begun<Number> begun;
  const char* end = text.data() + text.size();
  const auto done = std::from_chars(text.data(), end, begun.number);
  begun.read = done.ec != std::errc::invalid_argument;
  begun.too_large = done.ec == std::errc::result_out_of_range;
  begun.rest = text.substr(static_cast<std::size_t>(done.ptr - text.data()));
  return begun;
}

ParamReading too_large(std::string_view text) {
  return refused(in_quotes(text) + " is too large a number");
}

struct Unit {
  std::string_view name;
  double factor;
};

constexpr std::array kDurations = {Unit{"ms", 0.001}, Unit{"s", 1}, Unit{"m", 60}, Unit{"h", 3600}};
constexpr std::string_view kSizes = "KMGT";

/// "2m", "2MB", "2MiB" for "2M": the letter that was meant, or 0.
char likely_size(std::string_view unit) {
  if (unit.empty()) return 0;
  const char letter = unit[0] >= 'a' ? static_cast<char>(unit[0] - 'a' + 'A') : unit[0];
  const std::string_view tail = unit.substr(1);
  const bool usual = tail.empty() || tail == "b" || tail == "B" || tail == "iB" || tail == "ib";
  return usual && kSizes.find(letter) != std::string_view::npos ? letter : '\0';
}

}  // namespace

ParamReading read_integer(std::string_view text) {
  const auto begun = begin_number<std::int64_t>(text);
  if (begun.too_large) return too_large(text);
  if (begun.read && begun.rest.empty()) {
    ParamReading reading;
    reading.value = ParamValue::integer(begun.number);
    return reading;
  }
  const std::string_view digits = text.substr(0, text.size() - begun.rest.size());
  // "5 sentences" and "5s" have a 5 in them; "1.5" and "1e3" do not mean 1.
  const bool more_digits =
      begun.rest.empty() || std::string_view(".,eE").find(begun.rest[0]) != std::string_view::npos;
  std::string hint = "write digits only";
  if (begun.read && !more_digits) hint = "did you mean '" + std::string(digits) + "'?";
  return refused(in_quotes(text) + " is not a whole number", hint);
}

ParamReading read_real(std::string_view text) {
  const auto begun = begin_number<double>(text);
  if (begun.too_large) return too_large(text);
  if (begun.read && begun.rest.empty() && std::isfinite(begun.number)) {
    ParamReading reading;
    reading.value = ParamValue::real(begun.number);
    return reading;
  }
  std::string with_point(text);
  const std::size_t comma = with_point.find(',');
  if (comma != std::string::npos) {
    with_point[comma] = '.';
    if (begin_number<double>(with_point).rest.empty())
      return refused(in_quotes(text) + " is not a number", "did you mean '" + with_point + "'?");
  }
  return refused(in_quotes(text) + " is not a number", "write it like 0.5");
}

ParamReading read_size(std::string_view text) {
  const auto begun = begin_number<std::int64_t>(text);
  if (begun.too_large) return too_large(text);
  const std::string_view unit = begun.rest;
  const std::string_view digits = text.substr(0, text.size() - unit.size());
  const bool known =
      unit.empty() || (unit.size() == 1 && kSizes.find(unit[0]) != std::string_view::npos);
  if (!begun.read || begun.number < 0 || !known) {
    const char letter = begun.read && begun.number >= 0 ? likely_size(unit) : '\0';
    const std::string hint = letter == '\0'
                                 ? "write it in bytes, or like 64K, 2M, 1G"
                                 : "did you mean '" + std::string(digits) + letter + "'?";
    return refused(in_quotes(text) + " is not a size", hint);
  }
  const std::size_t power = unit.empty() ? 0 : kSizes.find(unit[0]) + 1;
  const std::int64_t factor = std::int64_t{1} << (10U * power);
  if (begun.number > std::numeric_limits<std::int64_t>::max() / factor) return too_large(text);
  ParamReading reading;
  reading.value = ParamValue::integer(begun.number * factor);
  return reading;
}

ParamReading read_duration(std::string_view text) {
  const auto begun = begin_number<double>(text);
  if (begun.too_large) return too_large(text);
  if (begun.read && std::isfinite(begun.number) && !std::signbit(begun.number)) {
    for (const Unit& unit : kDurations) {
      if (unit.name != begun.rest) continue;
      ParamReading reading;
      // A division keeps 250 ms at the double nearest to 0.25.
      reading.value = ParamValue::real(unit.factor < 1 ? begun.number / (1 / unit.factor)
                                                       : begun.number * unit.factor);
      return reading;
    }
  }
  std::string hint = "write it like 250ms, 5s, 2m or 1h";
  if (begun.read && begun.rest.empty()) hint = "did you mean '" + std::string(text) + "s'?";
  return refused(in_quotes(text) + " is not a duration", hint);
}

}  // namespace weft
