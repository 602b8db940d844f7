// SPDX-License-Identifier: Apache-2.0
/// The plugin parse_odt: an OpenDocument text becomes one view with typed blocks and metadata.
#include <weft/zip/zip_parser.hpp>

#include "read_odt.hpp"
#include "sniff_odt.hpp"

namespace weft {
namespace {

constexpr const char* kMediaType = "application/vnd.oasis.opendocument.text";

class ParseOdt final : public ZipParser {
 public:
  explicit ParseOdt(const Options& options) : ZipParser(options, kMediaType) {}

  [[nodiscard]] int sniff(std::string_view uri, std::string_view media_type,
                          std::string_view head) override {
    return score_odt(uri, media_type, head);
  }

 protected:
  [[nodiscard]] BlockText read(std::string_view bytes, const ZipLimits& limits,
                               std::vector<std::string>& warnings) const override {
    return read_odt(bytes, limits, warnings);
  }
};

}  // namespace
}  // namespace weft

WEFT_PLUGIN(
    weft::ParseOdt, .id = "parse_odt", .version = "0.1.0",
    .doc =
        "Reads OpenDocument texts (.odt, .fodt): headings, lists, tables, notes, page furniture.",
    .params = weft::zip_limit_parameters(),
    .gives = {WEFT_SPAN_TITLE, WEFT_SPAN_DECK, WEFT_SPAN_BYLINE, WEFT_SPAN_DATE, WEFT_SPAN_HEADING,
              WEFT_SPAN_PARAGRAPH, WEFT_SPAN_LIST_ITEM, WEFT_SPAN_QUOTE, WEFT_SPAN_TABLE_CELL,
              WEFT_SPAN_CODE, WEFT_SPAN_CAPTION, WEFT_SPAN_FOOTNOTE, WEFT_SPAN_BOILERPLATE,
              WEFT_SPAN_LIST, WEFT_SPAN_TABLE},
    .media_types = {weft::kMediaType})
