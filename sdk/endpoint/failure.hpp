// SPDX-License-Identifier: Apache-2.0
/// What an answer without success means, and whether and when to ask again.
#pragma once

#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>

#include "http.hpp"
#include "weft/abi.h"

namespace weft {

/// What went wrong with one attempt.
struct Failure {
  weft_status status = WEFT_E_TRANSIENT;
  bool retry = false;      ///< the same request may succeed later
  bool overflow = false;   ///< the prompt is too long for the model
  bool truncated = false;  ///< the answer was cut off at max_tokens
  bool refused = false;    ///< 403 that may mean this text or every text
  std::uint64_t context_tokens = 0;
  std::uint64_t prompt_tokens = 0;
  std::string words;  ///< for a person, without secrets
};

/// Reads an answer whose status is no success, or that never came whole. Both shapes of error
/// bodies are read: {"error": {...}} and {"object": "error", ...}; of others the beginning is
/// quoted. `key` is cut out of every word.
Failure read_failure(const HttpAnswer& answer, std::string_view key);
/// The same for an error body that came with a success, as a stream may hold one.
Failure read_error_body(long status, std::string_view body, std::string_view key);

/// A text with "[key]" in place of the key, so that what stood around it does not make it anew.
/// Keys shorter than `least` bytes stay: EMPTY or ollama, as servers without keys want, are words.
std::string without_key(std::string_view text, std::string_view key, std::size_t least = 1);
/// What `least` is for texts of a model, which may hold such words by right.
inline constexpr std::size_t kLeastKey = 8;

/// Words of a server for a message: one line, valid UTF-8 without controls, at most 300 bytes,
/// without the key, whose place says "[key]".
std::string quote(std::string_view text, std::string_view key);

/// Seconds that Retry-After-Ms or Retry-After (seconds or a date) ask to wait; nothing when neither
/// can be read. `now` is seconds since 1970.
std::optional<double> asked_pause(const HttpAnswer& answer, std::time_t now);

/// `first` doubled for each attempt before (0 = the first retry), at most 8 s, less up to a quarter
/// by `jitter` in [0, 1). As OpenAI's own client does it.
double backoff(double first, std::uint32_t attempt, double jitter);

}  // namespace weft
