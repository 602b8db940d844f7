// SPDX-License-Identifier: Apache-2.0
/// The JSON forms that both kinds of line share. For .cpp files only: the library is slow to
/// compile.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "document_index.hpp"

namespace weft {

using Json = nlohmann::ordered_json;

inline std::string to_string(weft_str text) {
  return std::string(to_view(text));
}

/// null where there is no number.
inline Json number(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

inline Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(std::string(text));
}

inline Json to_json(const weft_value& value) {
  switch (value.kind) {
    case WEFT_VALUE_BOOL:
      return value.as.integer != 0;
    case WEFT_VALUE_INTEGER:
      return value.as.integer;
    case WEFT_VALUE_REAL:
      return number(value.as.real);
    case WEFT_VALUE_STRING:
      return to_string(value.as.string);
    default:
      return nullptr;
  }
}

/// [source, begin, end]: the position in `sources` and a byte range of it; null without an origin.
inline Json at(const Document& document, const weft_span& span) {
  const SourceRange range = document.trace(span);
  if (range.source == 0) return nullptr;
  return Json::array({range.source - 1, range.begin, range.end});
}

/// Compact, in one line. Bytes that are no UTF-8 would be replaced; a document has none.
inline std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace weft
