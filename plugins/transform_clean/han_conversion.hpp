// SPDX-License-Identifier: Apache-2.0
/// Between simplified and traditional Chinese, word by word, so that every word keeps its place.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rewrite.hpp"
#include "weft/text/script.hpp"

namespace weft {

/// Converts by OpenCC's dictionaries. Not for sharing between threads.
class HanConversion {
 public:
  /// `target` is zh-Hans, zh-Hant, zh-TW or zh-HK. Throws WEFT_E_CONFIG without dictionaries.
  explicit HanConversion(std::string_view target);
  ~HanConversion();
  HanConversion(const HanConversion&) = delete;
  HanConversion& operator=(const HanConversion&) = delete;

  /// The language tag of converted text: zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK.
  [[nodiscard]] const std::string& tag() const { return tag_; }

  /// What changes in the Chinese lines of a valid UTF-8 text. A line that does not speak for itself
  /// is taken for the form of the whole text; Japanese and Korean texts are left alone.
  [[nodiscard]] std::vector<Edit> convert(std::string_view text) const;

 private:
  struct Converters;
  void convert_line(std::string_view line, std::size_t offset, HanForm form,
                    std::vector<Edit>& out) const;
  std::string tag_;
  std::unique_ptr<Converters> converters_;
};

}  // namespace weft
