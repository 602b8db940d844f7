// SPDX-License-Identifier: Apache-2.0
/// The plugin parse_docx: a Word document becomes one view with typed blocks and metadata.
#include <weft/zip/zip_parser.hpp>

#include "read_docx.hpp"
#include "sniff_docx.hpp"

namespace weft {
namespace {

constexpr const char* kMediaType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

class ParseDocx final : public ZipParser {
 public:
  explicit ParseDocx(const Options& options) : ZipParser(options, kMediaType) {}

  [[nodiscard]] int sniff(std::string_view uri, std::string_view media_type,
                          std::string_view head) override {
    return score_docx(uri, media_type, head);
  }

 protected:
  [[nodiscard]] BlockText read(std::string_view bytes, const ZipLimits& limits,
                               std::vector<std::string>& warnings) const override {
    return read_docx(bytes, limits, warnings);
  }
};

}  // namespace
}  // namespace weft

WEFT_PLUGIN(
    weft::ParseDocx, .id = "parse_docx", .version = "0.1.0",
    .doc = "Reads Word documents (.docx): headings, lists, tables, notes, tracked changes settled.",
    .params = weft::zip_limit_parameters(),
    .gives = {WEFT_SPAN_TITLE, WEFT_SPAN_DECK, WEFT_SPAN_BYLINE, WEFT_SPAN_DATE, WEFT_SPAN_HEADING,
              WEFT_SPAN_PARAGRAPH, WEFT_SPAN_LIST_ITEM, WEFT_SPAN_QUOTE, WEFT_SPAN_TABLE_CELL,
              WEFT_SPAN_CODE, WEFT_SPAN_CAPTION, WEFT_SPAN_FOOTNOTE, WEFT_SPAN_BOILERPLATE,
              WEFT_SPAN_LIST, WEFT_SPAN_TABLE},
    .media_types = {weft::kMediaType})
