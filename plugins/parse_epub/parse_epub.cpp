// SPDX-License-Identifier: Apache-2.0
/// The plugin parse_epub: a book becomes one view with typed blocks and metadata.
#include <weft/zip/zip_parser.hpp>

#include "read_epub.hpp"
#include "sniff_epub.hpp"

namespace weft {
namespace {

constexpr const char* kMediaType = "application/epub+zip";

class ParseEpub final : public ZipParser {
 public:
  explicit ParseEpub(const Options& options) : ZipParser(options, kMediaType) {}

  [[nodiscard]] int sniff(std::string_view uri, std::string_view media_type,
                          std::string_view head) override {
    return score_epub(uri, media_type, head);
  }

 protected:
  [[nodiscard]] BlockText read(std::string_view bytes, const ZipLimits& limits,
                               std::vector<std::string>& warnings) const override {
    return read_epub(bytes, limits, warnings);
  }
};

}  // namespace
}  // namespace weft

WEFT_PLUGIN(
    weft::ParseEpub, .id = "parse_epub", .version = "0.1.0",
    .doc = "Reads books (EPUB 2 and 3): chapters in reading order, notes, metadata of the package.",
    .params = weft::zip_limit_parameters("Refuse a book whose parts unpack to more than this."),
    .gives = {WEFT_SPAN_TITLE, WEFT_SPAN_DECK, WEFT_SPAN_BYLINE, WEFT_SPAN_DATE,
              WEFT_SPAN_TRANSLATOR, WEFT_SPAN_FIGURE, WEFT_SPAN_HEADING, WEFT_SPAN_PARAGRAPH,
              WEFT_SPAN_LIST_ITEM, WEFT_SPAN_QUOTE, WEFT_SPAN_TABLE_CELL, WEFT_SPAN_CODE,
              WEFT_SPAN_CAPTION, WEFT_SPAN_FOOTNOTE, WEFT_SPAN_BOILERPLATE, WEFT_SPAN_LIST,
              WEFT_SPAN_TABLE},
    .media_types = {weft::kMediaType})
