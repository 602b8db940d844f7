// SPDX-License-Identifier: Apache-2.0
/// Lines of several fields, as Chinese pages have them: 2024-05-20 来源：浅滩网 作者：林禾
/// 责编：沈若.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace weft {

enum class FieldKind : std::uint8_t { author, source, translator, editor, other };

/// One field; `value` is a part of the text that was read.
struct LabelledField {
  FieldKind kind = FieldKind::other;
  std::string_view value;
};

/// A label with its colon, or a bar or slash for one; `size` bytes long.
struct FieldLabel {
  FieldKind kind = FieldKind::other;
  std::size_t size = 0;
};

/// The label that begins at byte `at` of `line`, if one does.
std::optional<FieldLabel> field_label_at(std::string_view line, std::size_t at);

/// The fields of a line, each up to the next label, date, bar or gap. Empty values are left out.
/// Any thread.
std::vector<LabelledField> read_fields(std::string_view line);

}  // namespace weft
