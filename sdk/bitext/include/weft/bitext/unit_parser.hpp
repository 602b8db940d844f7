// SPDX-License-Identifier: Apache-2.0
/// The part of a parser plugin that all bilingual XML formats share.
#pragma once

#include <weft/bitext/unit_reader.hpp>
#include <weft/plugin.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// Makes documents of up to `units` units each; units before an error are documents already.
class UnitParser : public ManyParser {
 public:
  /// `id` of the plugin, `media_type` of its format. Reads the parameter `units`.
  UnitParser(const Options& options, std::string_view id, std::string_view media_type);

  void open(const Source& source, Context context) override;
  bool next(Document& document) override;
  void close() override;

 protected:
  [[nodiscard]] virtual std::unique_ptr<UnitReader> make_reader(std::string_view bytes) const = 0;

 private:
  void make_document(std::size_t count, Document& document);
  void report(Context context);
  [[noreturn]] void fail() const;

  std::string media_type_;
  std::size_t most_;
  UnitWriter writer_;
  weft_id title_ = name(WEFT_KEY_TITLE);
  weft_id original_ = name("original");
  weft_id repaired_ = name(WEFT_KEY_REPAIRED);
  weft_id units_ = name("units");
  weft_id skipped_ = name("units-without-text");
  weft_id variants_ = name("variants-skipped");
  weft_id sourceless_ = name("units-without-source-language");
  weft_id matches_ = name("matches-ignored");
  weft_id entities_ = name("entities-unknown");
  std::string uri_;
  std::unique_ptr<UnitReader> reader_;
  UnitCounts reported_;
  std::uint64_t reported_entities_ = 0;
  std::uint64_t written_ = 0;
};

/// The parameter `units` for WEFT_PLUGIN.
inline Param units_parameter() {
  return {.name = "units",
          .type = WEFT_TYPE_INTEGER,
          .def = "2000",
          .doc = "Most units of one document; a longer file becomes several.",
          .min = "1",
          .max = "1000000"};
}

}  // namespace weft
