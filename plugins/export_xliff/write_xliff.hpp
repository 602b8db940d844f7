// SPDX-License-Identifier: Apache-2.0
/// XLIFF as text: the beginning, one <file> a document, the end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "unit_state.hpp"
#include "weft/exports/made_by.hpp"
#include "weft/exports/pair_reader.hpp"

namespace weft {

/// A pair to write; borrows it.
struct XliffUnit {
  std::string id;  ///< a name token, unique in its file
  UnitState state = UnitState::kInitial;
  const Pair* pair = nullptr;  ///< with a source text
};

/// The units of one document in one pair of languages.
struct XliffFile {
  std::string_view document;    ///< its id
  std::string source_language;  ///< tags as they are written
  std::string target_language;
  std::vector<XliffUnit> units;  ///< at least one
};

/// What the whole output says of itself.
struct XliffOutput {
  std::string version;          ///< "1.2", "2.0" or "2.1"
  std::string source_language;  ///< of XLIFF 2, which has one pair of languages
  std::string target_language;
  std::string created;  ///< "2024-02-03T04:05:06Z", or empty
  MadeBy made_by;
};

/// Writes one version. Text is escaped here; elements and attributes come in the order that the
/// schema asks for. Stateless.
class XliffWriter {
 public:
  XliffWriter() = default;
  XliffWriter(const XliffWriter&) = delete;
  XliffWriter& operator=(const XliffWriter&) = delete;
  virtual ~XliffWriter() = default;

  [[nodiscard]] virtual std::string head(const XliffOutput& output) const = 0;
  virtual void append(std::string& out, const XliffOutput& output, const XliffFile& file) const = 0;
  /// A file without units: the schemas want one in every output.
  [[nodiscard]] virtual std::string empty_file(const XliffOutput& output) const = 0;
  [[nodiscard]] static std::string tail() { return "</xliff>\n"; }
};

class Xliff1Writer : public XliffWriter {
 public:
  [[nodiscard]] std::string head(const XliffOutput& output) const override;
  void append(std::string& out, const XliffOutput& output, const XliffFile& file) const override;
  [[nodiscard]] std::string empty_file(const XliffOutput& output) const override;
};

class Xliff2Writer : public XliffWriter {
 public:
  [[nodiscard]] std::string head(const XliffOutput& output) const override;
  void append(std::string& out, const XliffOutput& output, const XliffFile& file) const override;
  [[nodiscard]] std::string empty_file(const XliffOutput& output) const override;
};

}  // namespace weft
