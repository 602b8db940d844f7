// SPDX-License-Identifier: Apache-2.0
/// The marks of picture captions: credits of agencies and photographers, openers, file names.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace weft::plain {

/// Where a text names who made the picture; bytes, brackets around it left out.
struct Credit {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool agency_only = false;  ///< "(Reuters)": may also sign off an article
};

/// A credit at the end of a caption: "... (Reuters)", "... (資料照片)", "... Jo Dorn/Agency",
/// "... Photo: Jo Dorn", "……。 Jo Dorn for The Gazette". Any thread.
std::optional<Credit> find_credit(std::string_view text);

/// The whole of a line is a credit: "Photo: Jo Dorn/AP", "Jo Dorn/The Gazette", "图源:视觉中国".
bool is_credit_line(std::string_view text);

/// Begins as only captions do: "图为", "資料圖:", "Pictured:", "File photo", "▲", "Figure 2:".
bool opens_caption(std::string_view key);

/// Begins as headings of tables do: "Table 2", "表1:".
bool opens_table(std::string_view key);

/// "Source: Harbour Board": said of a figure as well as of a whole text.
bool labels_source(std::string_view key);

/// Bytes of an image's file name that a scrape glued to the start of its caption ("12harbor gulls
/// jumbo v2潮水……"), or 0.
std::size_t glued_slug_size(std::string_view text);

/// A line that is an image's file name and nothing else ("IMG_2034.jpg",
/// "12harbor-gulls-jumbo-v2").
bool is_slug(std::string_view text);

}  // namespace weft::plain
