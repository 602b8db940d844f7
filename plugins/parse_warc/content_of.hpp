// SPDX-License-Identifier: Apache-2.0
/// What a record holds for another parser, or why it is passed over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive.hpp"
#include "http_response.hpp"

namespace weft::warc {

struct Wanted {
  std::vector<std::string> statuses;     ///< "200", "2xx"
  std::vector<std::string> media_types;  ///< "text/html", "text/*"; empty: any
  std::size_t max_record = 0;            ///< bytes of a content
};

struct Content {
  std::string skipped;  ///< the name that counts it among what was passed over; empty: it is wanted
  std::string uri;
  std::string media_type;  ///< as declared, in plain form; may be empty
  std::string retrieved;   ///< ISO 8601; may be empty
  Body body;
  [[nodiscard]] std::string_view bytes() const { return body.bytes(); }
};

/// The content of a record. Throws Error(WEFT_E_INPUT) where an HTTP response is none or cannot be
/// decoded.
Content content_of(const Record& record, const Wanted& wanted);

/// All names that `skipped` may have.
std::vector<std::string> skip_names();

}  // namespace weft::warc
