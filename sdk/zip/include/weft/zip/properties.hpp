// SPDX-License-Identifier: Apache-2.0
/// Judges document properties: programs fill them in by themselves, and few people look at them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// The title as a person would have written it, white space folded, or empty: for names of files,
/// placeholders of programs ("Untitled", "文档1", "Microsoft Word - a.doc") and text without a
/// letter. Any thread.
std::string plausible_title(std::string_view value);

/// The people in a creator's field ("A; B", "甲、乙"), without those that are no names: account
/// names ("Administrator", "微软用户", "jsmith"), programs and makers of computers. Any thread.
std::vector<std::string> plausible_people(std::string_view value);

/// An ISO 8601 date or date and time of the years 1000-2199, cut to what ISO 8601 allows; empty for
/// anything else, and for the zero dates of programs (1601-01-01, 1970-01-01, 1980-01-01). A time
/// of exactly midnight UTC is left out: it stands for an unknown time. Any thread.
std::string plausible_date(std::string_view value);

}  // namespace weft
