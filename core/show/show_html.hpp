// SPDX-License-Identifier: Apache-2.0
/// A document as one HTML page with its kinds painted over the text.
#pragma once

#include <string>

#include "core/show/shown_document.hpp"

namespace weft {

/// A self-contained page: no script, no network (a Content-Security-Policy forbids both), every
/// character of the document escaped. `view` as in ShowTextOptions. Text under no span is painted
/// too, so that nothing of the view is hidden.
std::string show_html(const ShownDocument& document, const std::string& view);

}  // namespace weft
