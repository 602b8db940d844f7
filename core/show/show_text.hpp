// SPDX-License-Identifier: Apache-2.0
/// A document as a tree in the terminal.
#pragma once

#include <cstddef>
#include <string>

#include "core/show/shown_document.hpp"

namespace weft {

struct ShowTextOptions {
  bool color = false;
  std::size_t width = 0;   ///< columns to cut lines at; 0: whole texts
  std::string view = {};   ///< this view alone; empty: all base views
  bool sentences = false;  ///< also sentences and cues
  bool links = false;      ///< every link, not only how many
};

/// Facts, metadata, the blocks of the views by line of the source, links. Ends with a newline.
std::string show_text(const ShownDocument& document, const ShowTextOptions& options);

}  // namespace weft
