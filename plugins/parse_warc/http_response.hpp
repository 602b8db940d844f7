// SPDX-License-Identifier: Apache-2.0
/// An HTTP response as a crawler stored it: status, media type, and its body decoded.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "header_fields.hpp"

namespace weft::warc {

struct HttpResponse {
  int status = 0;
  HeaderFields fields;
  std::string_view body;  ///< of the block, as it was sent
};

/// Nothing when the block does not begin with a status line.
std::optional<HttpResponse> read_http_response(std::string_view block);

/// A body without its codings.
struct Body {
  std::string_view sent;               ///< in the block
  std::optional<std::string> decoded;  ///< absent where nothing had to be
  [[nodiscard]] std::string_view bytes() const {
    return decoded ? std::string_view(*decoded) : sent;
  }
  bool cut = false;  ///< what was there of it, its end is missing
  enum class Refusal { none, unknown_coding, damaged, too_large } refusal = Refusal::none;
  std::string coding;  ///< of which the refusal speaks
};

/// Undoes Transfer-Encoding: chunked and Content-Encoding: gzip, deflate. Crawlers that store a
/// body decoded often leave the fields as they were, so a coding that the bytes do not show is
/// passed over. At most `cap` bytes.
Body decode_body(const HttpResponse& response, std::size_t cap);

}  // namespace weft::warc
