// SPDX-License-Identifier: Apache-2.0
/// Exact numbers as texts write them: 1.6 is 8/5, two thirds are 2/3.
#pragma once

#include <cstdint>
#include <limits>
#include <numeric>

namespace weft {

/// A fraction of 64-bit integers in lowest terms, its denominator above 0, so that equal numbers
/// are equal member by member. A result that does not fit is "none" (valid() is false), and so is
/// what is computed from it. A value; any thread.
class Rational {
 public:
  constexpr Rational() = default;
  constexpr Rational(std::int64_t whole) : numerator_(whole) {}  // NOLINT: numbers are rationals
  /// numerator / denominator; none where the denominator is 0 or a sign does not fit.
  constexpr Rational(std::int64_t numerator, std::int64_t denominator) {
    constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
    if (denominator == 0 || numerator == kLeast || denominator == kLeast) {
      denominator_ = 0;
      return;
    }
    const std::int64_t common = std::gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
    numerator_ = numerator / common;
    denominator_ = denominator / common;
  }

  [[nodiscard]] constexpr bool valid() const { return denominator_ != 0; }
  [[nodiscard]] constexpr bool whole() const { return denominator_ == 1; }
  [[nodiscard]] constexpr std::int64_t numerator() const { return numerator_; }
  [[nodiscard]] constexpr std::int64_t denominator() const { return denominator_; }
  /// The nearest double; 0 for none.
  [[nodiscard]] constexpr double to_double() const {
    return valid() ? static_cast<double>(numerator_) / static_cast<double>(denominator_) : 0;
  }
  constexpr bool operator==(const Rational&) const = default;

  friend constexpr Rational operator*(Rational a, Rational b) {
    if (!a.valid() || !b.valid()) return none();
    // Crosswise first: 1/3 * 3,000,000,000,000,000,000 fits.
    const Rational left(a.numerator_, b.denominator_);
    const Rational right(b.numerator_, a.denominator_);
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    if (!left.valid() || !right.valid() ||
        __builtin_mul_overflow(left.numerator_, right.numerator_, &numerator) ||
        __builtin_mul_overflow(left.denominator_, right.denominator_, &denominator))
      return none();
    return {numerator, denominator};
  }
  friend constexpr Rational operator+(Rational a, Rational b) {
    std::int64_t left = 0;
    std::int64_t right = 0;
    std::int64_t sum = 0;
    std::int64_t denominator = 0;
    if (!a.valid() || !b.valid() || __builtin_mul_overflow(a.numerator_, b.denominator_, &left) ||
        __builtin_mul_overflow(b.numerator_, a.denominator_, &right) ||
        __builtin_add_overflow(left, right, &sum) ||
        __builtin_mul_overflow(a.denominator_, b.denominator_, &denominator))
      return none();
    return {sum, denominator};
  }

 private:
  static constexpr Rational none() { return {0, 0}; }

  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace weft
