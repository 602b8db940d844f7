// SPDX-License-Identifier: Apache-2.0
/// Lines of metadata: labels with values, dates, and names, several of them on one line or glued
/// together.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labels.hpp"

namespace weft::plain {

/// One value of a line of metadata.
struct Field {
  Role role = Role::kPublished;
  bool labelled = false;   ///< a word said what it is; else it was known by its form
  std::string_view value;  ///< as it stands in the line, trimmed; empty when the scrape lost it
  std::string iso;         ///< of a date that could be read
};

/// What a line of metadata says. No fields: it is none.
struct FieldLine {
  std::vector<Field> fields;

  [[nodiscard]] bool found() const { return !fields.empty(); }
  /// Labels only: "Published: Updated:".
  [[nodiscard]] bool empty_labels() const;
  /// A date and nothing else, without a label.
  [[nodiscard]] bool bare_date() const;
  [[nodiscard]] const Field* find(Role role) const;
};

/// Reads a short line that is metadata from end to end: "来源:某报(The Paper)2025年8月22日",
/// "By Jo Dorn | 3 May 2024", "出版:更新:", "2024-05-01 10:20 来源:新华网 作者:李明", "本报记者
/// 王小明". Lines in which something else is left over are none. Any thread.
FieldLine read_fields(std::string_view line);

}  // namespace weft::plain
