// SPDX-License-Identifier: Apache-2.0
/// Ids of translation units that stay the same from run to run.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace weft {

/// Gives ids made of the document's id and both texts, so that another unit before or after changes
/// nothing; equal units of one document are told apart by a count. One object a document.
class UnitIds {
 public:
  explicit UnitIds(std::string_view document) : document_(document) {}

  /// 32 hex digits (XXH3-128), "-2" behind the second of the same texts.
  std::string next(std::string_view source, std::string_view target);

 private:
  std::string document_;
  std::map<std::string, std::uint64_t, std::less<>> seen_;
};

}  // namespace weft
