// SPDX-License-Identifier: Apache-2.0
/// Named fields as WARC and HTTP have them: "Name: value", folded lines, names in any case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace weft::warc {

class HeaderFields {
 public:
  /// Lines without the blank one that ends them. What is no field is passed over.
  explicit HeaderFields(std::string_view lines);
  HeaderFields() = default;

  /// The first field of that name, without blanks around it; empty when there is none.
  [[nodiscard]] std::string_view get(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// Where the blank line that ends a header lies: the bytes in front of it, and those with it.
struct HeaderEnd {
  std::size_t lines = 0;
  std::size_t body = 0;
};
std::optional<HeaderEnd> find_header_end(std::string_view text);

/// Digits and nothing else.
std::optional<std::uint64_t> read_number(std::string_view text);

/// "text/html; charset=gbk" of whatever a header says: lower case, no other parameters; empty when
/// it is no media type.
std::string plain_media_type(std::string_view declared);

/// ASCII letters in lower case.
std::string lower_case(std::string_view text);

std::string_view without_blanks(std::string_view text);

}  // namespace weft::warc
