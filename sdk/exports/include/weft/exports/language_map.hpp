// SPDX-License-Identifier: Apache-2.0
/// Language tags to write in place of others: the option `lang-map` of exporters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "weft/plugin.hpp"

namespace weft {

/// Tools differ in the tags that they know: some take zh-CN only where weft says zh-Hans. Any
/// thread.
class LanguageMap {
 public:
  LanguageMap() = default;
  /// Key, value, key, value, as Options::list gives a map. Throws Error(WEFT_E_CONFIG) naming the
  /// plugin where a value is no well-formed BCP 47 tag ("zh_CN").
  LanguageMap(std::vector<std::string> pairs, std::string_view plugin);

  /// The tag to write: the value of the key that is the tag, ASCII case ignored; else of the
  /// longest key that takes it as a range (RFC 4647: zh takes zh-Hans); else the tag in the case
  /// that RFC 5646 recommends. "und" for an empty or ill-formed one.
  [[nodiscard]] std::string operator()(std::string_view tag) const;

  /// The parameter as every exporter declares it.
  static Param param();

 private:
  std::vector<std::string> pairs_;
};

}  // namespace weft
