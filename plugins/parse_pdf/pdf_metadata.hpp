// SPDX-License-Identifier: Apache-2.0
/// What the document information of a PDF is worth.
#pragma once

#include <string>
#include <string_view>

namespace weft::pdf {

/// The title without what programs put there ("Microsoft Word - x.doc", file names, "untitled");
/// empty when nothing is left.
std::string clean_title(std::string_view title);

/// Empty for names of accounts ("user", "Administrator") and of programs.
std::string clean_author(std::string_view author);

/// "D:20250207093000+08'00'" as "2025-02-07T09:30:00+08:00"; less where less is given, empty for
/// what is no date.
std::string iso_date(std::string_view date);

}  // namespace weft::pdf
