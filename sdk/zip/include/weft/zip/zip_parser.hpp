// SPDX-License-Identifier: Apache-2.0
/// What the parsers of zipped documents share: limits as parameters, and reading into a document.
#pragma once

#include <weft/plugin.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "weft/zip/archive.hpp"
#include "weft/zip/blocks.hpp"

namespace weft {

/// The parameters max-size, max-ratio and max-members. `max_size_doc` is the sentence about the
/// first, a literal. Any thread.
inline std::vector<Param> zip_limit_parameters(
    const char* max_size_doc = "Refuse a document whose parts unpack to more than this.") {
  return {
      {.name = "max-size", .type = WEFT_TYPE_SIZE, .def = "256M", .doc = max_size_doc, .min = "1"},
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
       .min = "1"}};
}

/// A parser of one document in an archive. Derived classes sniff and read; everything else is here.
class ZipParser : public Parser {
 public:
  /// `media_type` is a literal. The options are those of zip_limit_parameters().
  ZipParser(const Options& options, const char* media_type) : media_type_(media_type) {
    limits_.total = static_cast<std::uint64_t>(options.integer("max-size"));
    limits_.ratio = static_cast<std::uint64_t>(options.integer("max-ratio"));
    limits_.members = static_cast<std::size_t>(options.integer("max-members"));
  }

  void parse(const Source& source, Document& document) final {
    std::vector<std::string> warnings;
    const BlockText read_text = read(source.bytes, limits_, warnings);
    for (const std::string& warning : warnings)
      document.context().warn(warning);
    document.set_source(1, media_type_, {});
    write_blocks(read_text, document);
  }

 protected:
  /// The document in these bytes; what is worth a warning goes into `warnings`.
  [[nodiscard]] virtual BlockText read(std::string_view bytes, const ZipLimits& limits,
                                       std::vector<std::string>& warnings) const = 0;

 private:
  const char* media_type_;
  ZipLimits limits_;
};

}  // namespace weft
