// SPDX-License-Identifier: Apache-2.0
/// The words of a PDF with their places, as Poppler finds them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace weft::pdf {

/// A word, in points from the page's upper left corner.
struct Word {
  std::string text;  ///< UTF-8, ligatures taken apart
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;  ///< of its font
  bool bold = false;
  bool rotated = false;
  bool space_after = false;
};

struct Page {
  double width = 0;
  double height = 0;
  std::vector<Word> words;  ///< in Poppler's reading order, which follows columns
};

struct File {
  std::vector<Page> pages;
  std::string title;  ///< of the document information, as it is there, like the next
  std::string author;
  std::string created;
  std::string modified;
};

/// Reads all pages. `between` is called before each and may throw. Throws weft::Error: INPUT for
/// what cannot be opened, needs a password or has no text; LIMIT beyond `max_pages`. Poppler keeps
/// process-wide state, so calls wait for each other. Any thread.
File read_file(std::string_view bytes, std::size_t max_pages, const std::function<void()>& between);

}  // namespace weft::pdf
