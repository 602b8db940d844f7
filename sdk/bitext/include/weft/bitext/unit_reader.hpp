// SPDX-License-Identifier: Apache-2.0
/// Base of the readers of bilingual XML formats: units wait here until a document is made of them.
#pragma once

#include <weft/bitext/units.hpp>
#include <weft/bitext/xml_stream.hpp>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// What was left out or could not be used, since the file was opened.
struct UnitCounts {
  std::uint64_t units = 0;       ///< read, whether a document was made of them yet or not
  std::uint64_t skipped = 0;     ///< without any text
  std::uint64_t variants = 0;    ///< without a language tag, or of a language the unit had
  std::uint64_t sourceless = 0;  ///< the first language was taken for the source language
  std::uint64_t matches = 0;     ///< proposals beside the translation
};

/// Reads a file into units, piece by piece. A format derives from it and hands finished units to
/// keep().
class UnitReader : public XmlEvents {
 public:
  explicit UnitReader(std::string_view bytes) : stream_(bytes, *this) {}

  /// A unit and the part of the file it stands in: units of different parts make no common
  /// document.
  struct Waiting {
    TranslationUnit unit;
    std::size_t part = 0;
  };

  bool advance() { return stream_.advance(); }
  [[nodiscard]] const XmlStream& stream() const { return stream_; }
  [[nodiscard]] const UnitCounts& counts() const { return counts_; }
  std::deque<Waiting>& waiting() { return waiting_; }
  /// True when `count` units of one part wait, or units of a later part.
  [[nodiscard]] bool has_document(std::size_t count) const {
    return waiting_.size() >= count ||
           (!waiting_.empty() && waiting_.front().part != waiting_.back().part);
  }
  /// The title of a part, or empty.
  [[nodiscard]] virtual std::string_view title(std::size_t /*part*/) const { return {}; }

 protected:
  UnitCounts counts_;

  void keep(TranslationUnit unit, std::size_t part);
  /// Ends reading when one unit has grown past all reason; `size` is that of its text so far.
  void check_size(std::size_t size, std::uint64_t begin, std::uint64_t position);
  void refuse(std::string message) { stream_.stop(std::move(message), false); }

 private:
  std::deque<Waiting> waiting_;
  XmlStream stream_;
};

}  // namespace weft
