// SPDX-License-Identifier: Apache-2.0
/// From a document's sentences to what the model wrote about them.
#pragma once

#include <cstdint>
#include <string_view>

#include "read_summary.hpp"
#include "settings.hpp"
#include "weft/document.hpp"
#include "weft/summary/body_sentences.hpp"

namespace weft {

/// What came of the questions about one document.
struct ModelAnswer {
  WrittenSummary summary;
  Spent spent;               ///< of the document, attempts that failed before this one included
  std::uint64_t cached = 0;  ///< answers from the cache
  std::uint64_t notes = 0;   ///< parts that notes were taken on; 0: the model saw the whole
};

/// Asks about the document, in parts where it is too long. `wish` has its language. Throws what
/// Endpoint::chat and ask_in_parts throw; AnswerTruncated only after the room for an answer was
/// doubled twice. `account` caps what the document costs. A summary in another language than the
/// wish's is asked for once more, and then kept. Any thread.
ModelAnswer ask_model(Endpoint& endpoint, const LlmSettings& settings, const Wish& wish,
                      const Body& body, Ledger& account, const Context& context);

}  // namespace weft
