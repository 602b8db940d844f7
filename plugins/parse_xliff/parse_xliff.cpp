// SPDX-License-Identifier: Apache-2.0
/// The plugin parse_xliff: a localization file becomes documents whose sentences are linked.
#include <weft/bitext/unit_parser.hpp>

#include <memory>
#include <string_view>

#include "sniff_xliff.hpp"
#include "xliff_reader.hpp"

namespace weft {
namespace {

class XliffParser final : public UnitParser {
 public:
  explicit XliffParser(const Options& options)
      : UnitParser(options, "parse_xliff", "application/xliff+xml") {}

  [[nodiscard]] int sniff(std::string_view /*uri*/, std::string_view media_type,
                          std::string_view head) override {
    return sniff_xliff(media_type, head);
  }

 protected:
  [[nodiscard]] std::unique_ptr<UnitReader> make_reader(std::string_view bytes) const override {
    return std::make_unique<XliffReader>(bytes);
  }
};

}  // namespace
}  // namespace weft

WEFT_PLUGIN(weft::XliffParser, .id = "parse_xliff", .version = "0.1.0",
            .doc = "Reads localization files (XLIFF 1.2, 2.0, 2.1, 2.2) as aligned sentences.",
            .flags = WEFT_MANY, .params = {weft::units_parameter()},
            .gives = {WEFT_SPAN_PARAGRAPH, WEFT_SPAN_SENTENCE, WEFT_LINK_BEAD},
            .media_types = {"application/xliff+xml", "application/x-xliff+xml"})
