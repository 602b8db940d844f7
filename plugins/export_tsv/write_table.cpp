// SPDX-License-Identifier: Apache-2.0
/// Separators, quotes and the guard against formulas.
#include "write_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace weft {
namespace {

/// Spreadsheets calculate what begins with one of these; East Asian versions also take the full
/// width forms.
constexpr std::array<std::string_view, 8> kFormulaSigns = {"=",  "+",  "-",  "@",
                                                           "＝", "＋", "－", "＠"};

/// Apostrophes before the sign are passed over: a field that had one gets another, so that taking
/// one away always gives the field back.
bool needs_guard(std::string_view field) {
  field.remove_prefix(std::min(field.find_first_not_of('\''), field.size()));
  return std::any_of(kFormulaSigns.begin(), kFormulaSigns.end(),
                     [&](std::string_view sign) { return field.starts_with(sign); });
}

void append_quoted(std::string& out, std::string_view field) {
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

void TableWriter::text(std::string_view field) {
  if (!format_.guard_formulas || !needs_guard(field)) return append(field);
  ++guarded_;
  append("'" + std::string(field));
}

void TableWriter::append(std::string_view field) {
  if (in_row_) out_ += format_.csv ? ',' : '\t';
  in_row_ = true;
  if (format_.csv && field.find_first_of(",\"") != std::string_view::npos) {
    append_quoted(out_, field);
  } else {
    out_ += field;
  }
}

void TableWriter::end_row() {
  out_ += format_.csv ? "\r\n" : "\n";
  in_row_ = false;
}

std::string TableWriter::take() {
  return std::exchange(out_, {});
}

std::uint64_t TableWriter::take_guarded() {
  return std::exchange(guarded_, 0);
}

}  // namespace weft
