// SPDX-License-Identifier: Apache-2.0
/// Names of people out of bylines: "By ANA SWANSON and Meaghan Tobin" is two names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// The names in a byline or an author field, in order and without repeats: labels ("By", 作者：,
/// 撰文：), roles behind a comma or bar, addresses and links are left out, names in capitals become
/// "Ana Swanson". Empty when the text is no list of names (a sentence, a link, a date). Any thread.
std::vector<std::string> read_names(std::string_view text);

/// True when `text` begins with words that introduce an author: "By ", 作者：, "Written by".
bool has_author_label(std::string_view text);

/// True when `text` is such words and nothing else.
bool is_author_label(std::string_view text);

/// The text behind a label of a translator (翻译：, "Translated by "); empty when it has none.
std::string_view behind_translator_label(std::string_view text);

/// The text behind a label of the original publication (来源：, "Source:"); empty when it has none.
std::string_view behind_source_label(std::string_view text);

/// "ANA O'BRIEN-SMITH" as "Ana O'Brien-Smith"; names with small letters come back unchanged.
std::string in_title_case(std::string_view name);

}  // namespace weft
