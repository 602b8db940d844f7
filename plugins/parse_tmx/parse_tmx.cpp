// SPDX-License-Identifier: Apache-2.0
/// The plugin parse_tmx: a translation memory becomes documents whose sentences are linked.
#include <weft/bitext/unit_parser.hpp>

#include <memory>
#include <string_view>

#include "sniff_tmx.hpp"
#include "tmx_reader.hpp"

namespace weft {
namespace {

class TmxParser final : public UnitParser {
 public:
  explicit TmxParser(const Options& options)
      : UnitParser(options, "parse_tmx", "application/x-tmx+xml") {}

  [[nodiscard]] int sniff(std::string_view /*uri*/, std::string_view media_type,
                          std::string_view head) override {
    return sniff_tmx(media_type, head);
  }

 protected:
  [[nodiscard]] std::unique_ptr<UnitReader> make_reader(std::string_view bytes) const override {
    return std::make_unique<TmxReader>(bytes);
  }
};

}  // namespace
}  // namespace weft

WEFT_PLUGIN(weft::TmxParser, .id = "parse_tmx", .version = "0.1.0",
            .doc = "Reads translation memories (TMX 1.1 to 1.4b) as aligned sentences.",
            .flags = WEFT_MANY, .params = {weft::units_parameter()},
            .gives = {WEFT_SPAN_PARAGRAPH, WEFT_SPAN_SENTENCE, WEFT_LINK_BEAD},
            .media_types = {"application/x-tmx+xml", "application/tmx+xml"})
