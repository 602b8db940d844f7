// SPDX-License-Identifier: Apache-2.0
/// Which language a text is in, and what language tags are and mean (BCP 47, RFC 4647).
#pragma once

#include <string>
#include <string_view>

#include "weft/text/script.hpp"

namespace weft {

/// A language and how sure the guess is, 0 .. 1. "und" (confidence 0) when the text says nothing.
struct LanguageGuess {
  std::string tag = "und";
  double confidence = 0;
};

/// The language most of a valid UTF-8 text is in: "zh-Hans", "zh-Hant", "zh" (Chinese without any
/// form-specific character), "ja", "ko", "en", ...
/// The script with most words decides first, a Han character counting as a good half of a word, so
/// that Latin names do not outvote a Chinese sentence. Chinese, Japanese and Korean are told apart
/// by their characters; other scripts by CLD2 from 20 letters on, and below that by function words.
/// CLD2 sees the first kilobyte. Any thread.
LanguageGuess guess_language(std::string_view text);

/// The same with counts that the caller has already made of this text.
LanguageGuess guess_language(std::string_view text, const ScriptCounts& counts);

/// True for a language tag that follows the grammar of RFC 5646 (section 2.1) and repeats no
/// variant and no singleton: "zh-Hans-CN" and "x-mine" do, "zh_CN", "en-" and "" do not. Whether
/// subtags are registered is not looked at. Any thread.
bool is_well_formed_tag(std::string_view tag);

/// The tag as RFC 5646 writes it, "zh-Hans-CN", from any case and with "_" for "-" ("ZH_hans_cn");
/// empty when it is not well-formed even so. Any thread.
std::string canonical_tag(std::string_view tag);

/// RFC 4647 basic filtering, ignoring ASCII case: `range` equals `tag` or is a prefix of it that
/// ends before a hyphen; "*" takes every tag but the empty one. "zh" takes "zh-Hans". Any thread.
bool matches_range(std::string_view tag, std::string_view range);

}  // namespace weft
