// SPDX-License-Identifier: Apache-2.0
/// Everything wrong with a configuration, collected so that it is reported all at once.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/config/place.hpp"
#include "weft/error.hpp"

namespace weft {

/// One complaint: what is wrong, where, and what to do about it.
struct Problem {
  Place place;
  std::string message;  ///< lower case, no full stop: "unknown option 'lexcon' of align_lexicon"
  std::string hint;     ///< empty, or the cure: "did you mean 'lexicon'?"

  bool operator==(const Problem&) const = default;
};

/// "pipeline.xml:14:9: unknown option 'lexcon' of align_lexicon; did you mean 'lexicon'?"
[[nodiscard]] std::string to_string(const Problem& problem);

/// Collects the complaints of load_config and make_plan. Not thread safe.
class Problems {
 public:
  /// Complaints kept; those beyond are counted only, so that a junk file cannot flood the screen.
  static constexpr std::size_t kMaxKept = 100;

  void add(Place place, std::string message, std::string hint = {});

  /// Fixes the rank of a file in sorted(): files sort in the order of their first mention here or
  /// in add().
  void note_file(const std::string& file);

  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  /// All complaints, kept or only counted.
  [[nodiscard]] std::size_t size() const noexcept { return kept_.size() + dropped_; }
  /// Complaints counted but not kept.
  [[nodiscard]] std::size_t dropped() const noexcept { return dropped_; }

  /// By file, line and column, without repetitions; complaints of one place keep their order.
  [[nodiscard]] std::vector<Problem> sorted() const;

  /// Throws ConfigError when there is any.
  void throw_if_any() const;

 private:
  [[nodiscard]] std::size_t rank(const std::string& file) const;

  std::vector<std::string> files_;
  std::vector<Problem> kept_;
  std::size_t dropped_ = 0;
};

/// A configuration that cannot be run. what() has one problem a line; status() is WEFT_E_CONFIG.
class ConfigError : public Error {
 public:
  explicit ConfigError(const Problems& problems);

  [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }

 private:
  std::vector<Problem> problems_;
};

}  // namespace weft
