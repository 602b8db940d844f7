// SPDX-License-Identifier: Apache-2.0
/// The condition of a stage: when="lang=zh media-type=text/html view=en".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/stored_document.hpp"

namespace weft {

/// All terms must hold.
struct Condition {
  struct Term {
    enum class What { lang, media_type, view };
    What what = What::lang;
    std::string value;     ///< a BCP 47 range, a media type ("text/*" too), a view name
    bool negated = false;  ///< written "lang!=zh"
  };
  std::vector<Term> terms;
  std::string text;  ///< as written, for reports
};

/// Reads a condition. On an error returns nothing and says why in `message` and the cure in `hint`.
[[nodiscard]] std::optional<Condition> parse_condition(std::string_view text, std::string& message,
                                                       std::string& hint);

/// lang: the document's metadata `language`, any of its `languages`, or any view's language is in
/// the range (RFC 4647 basic filtering). media-type: of any source. view: a view of that name
/// exists.
[[nodiscard]] bool holds(const Condition& condition, const StoredDocument& document);

}  // namespace weft
