// SPDX-License-Identifier: Apache-2.0
/// Sorting and wording of collected problems.
#include "core/config/problems.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace weft {
namespace {

std::string in_words(const Problems& problems) {
  std::string words;
  for (const Problem& problem : problems.sorted())
    words += (words.empty() ? "" : "\n") + to_string(problem);
  if (problems.dropped() > 0)
    words += "\nand " + std::to_string(problems.dropped()) + " more problems";
  return words;
}

}  // namespace

std::string to_string(const Problem& problem) {
  std::string words = to_string(problem.place) + ": " + problem.message;
  if (!problem.hint.empty()) words += "; " + problem.hint;
  return words;
}

void Problems::add(Place place, std::string message, std::string hint) {
  note_file(place.file);
  if (kept_.size() == kMaxKept) {
    ++dropped_;
    return;
  }
  kept_.push_back({std::move(place), std::move(message), std::move(hint)});
}

void Problems::note_file(const std::string& file) {
  if (rank(file) == files_.size()) files_.push_back(file);
}

std::size_t Problems::rank(const std::string& file) const {
  return static_cast<std::size_t>(std::ranges::find(files_, file) - files_.begin());
}

std::vector<Problem> Problems::sorted() const {
  std::vector<Problem> result;
  for (const Problem& problem : kept_)
    if (std::ranges::find(result, problem) == result.end()) result.push_back(problem);
  const auto key = [this](const Problem& problem) {
    return std::tuple(rank(problem.place.file), problem.place.line, problem.place.column);
  };
  std::ranges::stable_sort(result, {}, key);
  return result;
}

void Problems::throw_if_any() const {
  if (!empty()) throw ConfigError(*this);
}

ConfigError::ConfigError(const Problems& problems)
    : Error(WEFT_E_CONFIG, in_words(problems)), problems_(problems.sorted()) {}

}  // namespace weft
