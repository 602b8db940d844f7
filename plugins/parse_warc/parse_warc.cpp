// SPDX-License-Identifier: Apache-2.0
/// parse_warc: web archives, one document a stored page, each read by the parser that fits it.
#include <weft/vocabulary.h>
#include <weft/plugin.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "archive.hpp"
#include "content_of.hpp"

namespace weft {
namespace {

using warc::Archive;
using warc::Content;

class WarcParser final : public ManyParser {
 public:
  explicit WarcParser(const Options& options)
      : url_(name(WEFT_KEY_URL)),
        retrieved_(name(WEFT_KEY_DATE_RETRIEVED)),
        offset_(name(WEFT_KEY_OFFSET)),
        origin_(name("warc-header")),
        cut_(name("cut-bodies")),
        lost_(name("bytes-between-records")) {
    wanted_.statuses = options.list("status");
    wanted_.max_record = static_cast<std::size_t>(options.integer("max-record"));
    for (const std::string& type : options.list("types"))
      wanted_.media_types.push_back(warc::lower_case(type));
    for (const std::string& skip : warc::skip_names())
      skips_.emplace(skip, name(skip));
  }

  int sniff(std::string_view, std::string_view media_type, std::string_view head) override {
    if (media_type.starts_with("text/plain")) return 0;
    return warc::begins_archive(head) ? 100 : 0;
  }

  void open(const Source& source, Context) override {
    archive_ = std::make_unique<Archive>(source.bytes, wanted_.max_record);
  }

  bool next(Document& document) override {
    while (true) {
      document.context().check_cancelled();
      const std::optional<warc::Record> record = archive_->next();
      say_lost(document.context());
      if (!record) return false;
      const Content content = warc::content_of(*record, wanted_);
      if (content.skipped.empty()) {
        hand_on(*record, content, document);
        return true;
      }
      document.context().count(skips_.at(content.skipped));
    }
  }

  void close() override { archive_.reset(); }

 private:
  void hand_on(const warc::Record& record, const Content& content, Document& document) const {
    const Provenance from{origin_, 0, 1.0};
    if (!content.uri.empty()) document.set(Owner{}, url_, content.uri, from);
    if (!content.retrieved.empty()) document.set(Owner{}, retrieved_, content.retrieved, from);
    document.set(on_source(1), offset_, static_cast<std::int64_t>(record.offset));
    if (content.body.cut) document.context().count(cut_);
    document.delegate({content.uri, content.media_type, content.bytes()});
  }

  void say_lost(Context context) const {
    const std::uint64_t bytes = archive_->take_garbage();
    if (bytes == 0) return;
    context.count(lost_, static_cast<double>(bytes));
    context.warn(std::to_string(bytes) + " bytes between records belong to none");
  }

  weft_id url_;
  weft_id retrieved_;
  weft_id offset_;
  weft_id origin_;
  weft_id cut_;
  weft_id lost_;
  std::map<std::string, weft_id> skips_;
  warc::Wanted wanted_;
  std::unique_ptr<Archive> archive_;
};

}  // namespace
}  // namespace weft

WEFT_PLUGIN(weft::WarcParser, .id = "parse_warc", .version = "0.1.0",
            .doc = "Reads web archives (WARC, WET, also gzipped): one document a stored page.",
            .flags = WEFT_MANY | WEFT_RESUMES,
            .params = {{.name = "status",
                        .type = WEFT_TYPE_LIST,
                        .def = "200",
                        .doc = "HTTP statuses of the responses to read; x stands for any digit, "
                               "as in 2xx."},
                       {.name = "types",
                        .type = WEFT_TYPE_LIST,
                        .doc = "Declared media types to let through, as in text/html, text/*; "
                               "without it all that a parser of the pipeline reads."},
                       {.name = "max-record",
                        .type = WEFT_TYPE_SIZE,
                        .def = "32M",
                        .doc = "Records and decoded bodies above it are passed over and counted.",
                        .unit = "bytes",
                        .min = "1K",
                        .max = "1G"}},
            .gives = {WEFT_KEY_URL, WEFT_KEY_DATE_RETRIEVED}, .media_types = {"application/warc"})
