// SPDX-License-Identifier: Apache-2.0
/// The result of reading a page: text, typed spans and metadata, before any of it meets the host.
#pragma once

#include <weft/abi.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// Index of a span that is not there.
constexpr std::uint32_t kNoSpan = 0xFFFFFFFFU;

/// A typed range of the text. `type` and `reason` are words of vocabulary.h, static.
struct TypedSpan {
  std::string_view type;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t parent =
      kNoSpan;              ///< index of the span around it; parents come before their children
  int level = 0;            ///< of a heading
  std::string_view reason;  ///< of boilerplate
  std::uint32_t row = 0;    ///< of a table cell, from 1; rows without text do not count
  std::uint32_t column = 0;
};

/// A value of the document's metadata.
struct PageValue {
  std::string key;
  std::string value;
  std::string origin;
  std::uint32_t evidence = kNoSpan;  ///< index of the span it was read from
  double confidence = 0;
};

/// A page as read. Offsets of spans are bytes of `text`; `runs` lead to the bytes of the source.
struct TypedPage {
  std::string text;
  std::string encoding;
  std::vector<weft_run> runs;
  std::vector<TypedSpan> spans;
  std::vector<PageValue> metadata;
  std::uint64_t repaired = 0;  ///< bytes that were no text in the encoding
};

/// What may be chosen by the user.
struct PageOptions {
  bool main_content = true;   ///< false: nothing is marked as boilerplate
  std::string_view uri = {};  ///< where the page is from, when that is an absolute http(s) address
};

/// Reads a page from its bytes (borrowed for the call). `declared_charset` is what HTTP said, or
/// empty; where the bytes contradict it, the page's own declaration counts. Throws weft::Error
/// (WEFT_E_LIMIT) for pages past the limits of html_reducer.hpp. Any thread.
TypedPage read_page(std::string_view bytes, const PageOptions& options = {},
                    std::string_view declared_charset = {});

}  // namespace weft
