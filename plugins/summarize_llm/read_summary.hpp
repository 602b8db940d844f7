// SPDX-License-Identifier: Apache-2.0
/// From the model's words to a summary, or why they are none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prompts.hpp"

namespace weft {

/// What the model wrote: valid UTF-8 lines, safe in XML, without marks of lists.
struct WrittenSummary {
  std::string headline;
  std::vector<std::string> sentences;  ///< at least one
  std::vector<std::string> keyphrases;
  std::string language;         ///< BCP 47 tag where it is not the wish's; read_summary leaves it
  std::size_t over_budget = 0;  ///< sentences at the end that were left out: past the wish's limits
};

/// Reads an answer in the wish's form into `out`. Empty when that went well, else why the answer is
/// none: another form, a member missing or of another type, nothing said, a first sentence beyond
/// the limits, or words about the task instead of the document. Members that were not asked for
/// are ignored. A list of sentences is split further where an item holds several. Any thread.
std::string read_summary(std::string_view content, const Wish& wish, WrittenSummary& out);

/// Whether a text speaks of the writer or of the task ("As an AI ...", "no changes needed") in
/// English or Chinese, in its first sentence. Any thread.
bool speaks_of_task(std::string_view text);

}  // namespace weft
