// SPDX-License-Identifier: Apache-2.0
/// People's names in bylines: telling them from other words, taking lists apart, writing them well.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weft::plain {

/// The people a byline's value names, in order: "CADE RIVERS, JO M. VAN DORN and Li Wei" gives
/// three. Split at commas, "、", ";", "/", "&" and the words for "and"; what is no part of a name
/// is left out (brackets, "Staff Writer", "in Berlin", "for The Gazette", "北京报道"); names all in
/// capitals get title case. Nothing is invented: an empty value gives no names. Any thread.
std::vector<std::string> split_names(std::string_view value);

/// Every piece of the list could be a person: two to five capitalized words, or Chinese characters
/// in the number and with the family names that Chinese names have, or a transcription with "·".
bool looks_like_names(std::string_view value);

/// The same, with nothing but names in it: no places, no roles, no brackets.
bool is_list_of_names(std::string_view line);

/// One person, by the same tests.
bool is_person_name(std::string_view name);

/// A list of names in capitals, as newspapers set bylines: "CADE RIVERS, JO M. VAN DORN".
bool is_capital_byline(std::string_view line);

/// The names in a reporter's line without a label: "本报记者 王小明 北京报道",
/// "【記者李大同／台北報導】", "通讯员 张三"; empty when it is none.
std::vector<std::string> reporter_names(std::string_view line);

/// "JO M. VAN DORN" becomes "Jo M. van Dorn"; text with small letters stays as it is.
std::string in_title_case(std::string_view name);

}  // namespace weft::plain
