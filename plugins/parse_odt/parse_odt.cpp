// SPDX-License-Identifier: Apache-2.0
/// The plugin parse_odt: an OpenDocument text becomes one view with typed blocks and metadata.
#include <weft/plugin.hpp>

#include "read_odt.hpp"
#include "sniff_odt.hpp"

namespace weft {
namespace {

class ParseOdt final : public Parser {
 public:
  explicit ParseOdt(const Options& options) {
    limits_.total = static_cast<std::uint64_t>(options.integer("max-size"));
    limits_.ratio = static_cast<std::uint64_t>(options.integer("max-ratio"));
    limits_.members = static_cast<std::size_t>(options.integer("max-members"));
  }

  [[nodiscard]] int sniff(std::string_view uri, std::string_view media_type,
                          std::string_view head) override {
    return score_odt(uri, media_type, head);
  }

  void parse(const Source& source, Document& document) override {
    std::vector<std::string> warnings;
    const BlockText read = read_odt(source.bytes, limits_, warnings);
    for (const std::string& warning : warnings)
      document.context().warn(warning);
    document.set_source(1, "application/vnd.oasis.opendocument.text", {});
    write_blocks(read, document);
  }

 private:
  ZipLimits limits_;
};

}  // namespace
}  // namespace weft

WEFT_PLUGIN(
    weft::ParseOdt, .id = "parse_odt", .version = "0.1.0",
    .doc =
        "Reads OpenDocument texts (.odt, .fodt): headings, lists, tables, notes, page furniture.",
    .params = {{.name = "max-size",
                .type = WEFT_TYPE_SIZE,
                .def = "256M",
                .doc = "Refuse a document whose parts unpack to more than this.",
                .min = "1"},
               {.name = "max-ratio",
                .type = WEFT_TYPE_INTEGER,
                .def = "200",
                .doc = "Refuse a part of over 16 MiB that unpacks to more than this many times its "
                       "size.",
                .min = "1"},
               {.name = "max-members",
                .type = WEFT_TYPE_INTEGER,
                .def = "10000",
                .doc = "Refuse an archive of more members than this.",
                .min = "1"}},
    .gives = {WEFT_SPAN_TITLE, WEFT_SPAN_DECK, WEFT_SPAN_BYLINE, WEFT_SPAN_DATE, WEFT_SPAN_HEADING,
              WEFT_SPAN_PARAGRAPH, WEFT_SPAN_LIST_ITEM, WEFT_SPAN_QUOTE, WEFT_SPAN_TABLE_CELL,
              WEFT_SPAN_CODE, WEFT_SPAN_CAPTION, WEFT_SPAN_FOOTNOTE, WEFT_SPAN_BOILERPLATE,
              WEFT_SPAN_LIST, WEFT_SPAN_TABLE},
    .media_types = {"application/vnd.oasis.opendocument.text"})
