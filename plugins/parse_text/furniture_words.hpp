// SPDX-License-Identifier: Apache-2.0
/// The tables of wordings that furniture.cpp looks up. Each is one string of patterns (see fits()),
/// separated by " | ", in match_key form: lower case, simplified characters.
#pragma once

#include <span>
#include <string_view>

namespace weft::plain {

/// Wordings of whole units and what they are a sign of.
struct Wordings {
  std::string_view reason;
  std::string_view patterns;
};

std::span<const Wordings> furniture_wordings();
/// Patterns of the text in a sign-up box.
std::string_view promotion_wordings();
std::string_view bio_headings();
std::string_view about_site_headings();
std::string_view site_name_wordings();
/// Whole lines that name a section.
std::string_view kickers();
/// Names of networks, as share buttons and the icon fonts behind them have them; not patterns.
std::string_view network_words();
/// Words that are a share button only among others.
std::string_view button_words();

}  // namespace weft::plain
