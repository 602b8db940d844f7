// SPDX-License-Identifier: Apache-2.0
/// All repairs of one text, in their order.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "han_conversion.hpp"
#include "invisible.hpp"
#include "mojibake.hpp"
#include "rewrite.hpp"

namespace weft {

/// Not for sharing between threads.
class TextCleaner {
 public:
  /// `convert` is "none" or a target of HanConversion.
  TextCleaner(const CharacterOptions& options, std::string_view convert);

  /// Encodings first, since the rest shows only then; characters; composition; conversion.
  void clean(Rewrite& rewrite) const;

  /// The language of converted text; empty when nothing is converted.
  [[nodiscard]] std::string converted_tag() const {
    return conversion_ == nullptr ? std::string() : conversion_->tag();
  }

 private:
  CharacterOptions options_;
  std::unique_ptr<HanConversion> conversion_;
};

}  // namespace weft
