// SPDX-License-Identifier: Apache-2.0
/// Failures of an endpoint that a caller can do something about.
#pragma once

#include <cstdint>
#include <string>

#include "weft/error.hpp"

namespace weft {

/// The prompt is longer than the model takes (WEFT_E_LIMIT): cut it smaller. The same request would
/// fail again.
class ContextOverflow : public Error {
 public:
  /// Tokens, 0 where the endpoint does not say.
  ContextOverflow(const std::string& message, std::uint64_t context_tokens,
                  std::uint64_t prompt_tokens)
      : Error(WEFT_E_LIMIT, message),
        context_tokens_(context_tokens),
        prompt_tokens_(prompt_tokens) {}

  [[nodiscard]] std::uint64_t context_tokens() const noexcept { return context_tokens_; }
  [[nodiscard]] std::uint64_t prompt_tokens() const noexcept { return prompt_tokens_; }

 private:
  std::uint64_t context_tokens_;
  std::uint64_t prompt_tokens_;
};

/// The answer was cut off at max_tokens (WEFT_E_LIMIT): allow more, or ask for less.
class AnswerTruncated : public Error {
 public:
  explicit AnswerTruncated(const std::string& message) : Error(WEFT_E_LIMIT, message) {}
};

}  // namespace weft
