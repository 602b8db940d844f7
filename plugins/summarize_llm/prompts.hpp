// SPDX-License-Identifier: Apache-2.0
/// What the model is told: its task, and a document between delimiters that it cannot know.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "weft/endpoint/chat.hpp"

namespace weft {

/// The form of the answer: lines of text, a JSON object, or one held to a schema.
enum class AnswerForm : std::uint8_t { kText, kJson, kSchema };

/// What a summary has to be.
struct Wish {
  std::string language;          ///< BCP 47 tag
  std::uint64_t sentences = 5;   ///< at most; 0: no limit of this kind
  std::uint64_t words = 0;       ///< the same; a Han or kana character is one
  std::uint64_t characters = 0;  ///< the same, white space not counted
  std::uint64_t keyphrases = 0;  ///< how many
  bool headline = false;
  AnswerForm form = AnswerForm::kText;
  std::string instructions = {};  ///< of the user, behind ours
};

/// Letters and digits that stand nowhere in the text, made up by the system's random numbers.
std::string make_nonce(std::string_view text);

/// The messages of the last question. Title and text lie between lines with the nonce; `of_notes`:
/// the text is notes on the parts of a document.
std::vector<ChatMessage> ask_for_summary(const Wish& wish, std::string_view title,
                                         std::string_view text, bool of_notes,
                                         const std::string& nonce);
/// Adds to the question that its last answer was in another language (a BCP 47 tag).
void insist_on_language(std::vector<ChatMessage>& messages, const std::string& wanted,
                        const std::string& given);
/// The messages that ask for notes of at most about `words` words on a part of a document.
std::vector<ChatMessage> ask_for_notes(const Wish& wish, std::string_view title,
                                       std::string_view text, std::size_t words,
                                       const std::string& nonce);

/// The JSON schema of an answer to the wish.
std::string schema_of(const Wish& wish);

}  // namespace weft
