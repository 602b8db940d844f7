// SPDX-License-Identifier: Apache-2.0
/// The plugin parse_jsonl: JSON records become documents, or bilingual records
/// one document.

#include <weft/plugin.hpp>
#include <weft/records/record_writer.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "json_fields.hpp"
#include "json_records.hpp"

namespace weft {
namespace {

using json::RawRecord;

constexpr std::size_t kSampledRecords = 100;
constexpr std::size_t kSampledBytes = std::size_t{4} << 20U;

class JsonParser final : public ManyParser {
 public:
  explicit JsonParser(const Options& options)
      : configured_(read_mapping(options)),
        writer_(configured_, "parse_jsonl"),
        broken_("broken-records") {}

  [[nodiscard]] int sniff(std::string_view uri, std::string_view media_type,
                          std::string_view head) override {
    return json::sniff_json(uri, media_type, head);
  }

  void open(const Source& source, Context context) override {
    source_ = SourceText(source.bytes);
    uri_ = source.uri;
    broken_.begin_source();
    whole_ = 0;
    first_broken_ = 0;
    choose_mapping(context);
    finder_.emplace(source_.text());
  }

  bool next(Document& document) override {
    std::vector<Record> records;
    const std::size_t most = bilingual_ ? mapping_.rows : 1;
    RawRecord raw;
    while (records.size() < most && finder_->next(raw)) {
      if (auto record = read(raw, document.context())) {
        records.push_back(std::move(*record));
      } else if (!bilingual_) {
        document.drop("a record that is no JSON");
        return true;
      }
      if (records.size() % 1024 == 0) document.context().check_cancelled();
    }
    if (records.empty()) {
      if (whole_ == 0 && first_broken_ != 0) refuse();
      return false;
    }
    if (bilingual_)
      writer_.write_bilingual(records, source_, document);
    else
      writer_.write(records.front(), source_, document);
    return true;
  }

  void close() override {
    finder_.reset();
    source_ = SourceText();
  }

 private:
  void choose_mapping(Context context) {
    mapping_ = configured_;
    const std::vector<ColumnSample> samples = sample();
    if (mapping_.is_open()) {
      choose_columns(mapping_, samples);
      context.log(WEFT_LOG_INFO, uri_ + ": " + describe(mapping_));
    }
    check_said(samples);
    bilingual_ = mapping_.has(ColumnRole::kView);
    paths_.clear();
    for (const Column& column : mapping_.columns)
      paths_.emplace_back(column.name);
    writer_.use(mapping_);
  }

  std::vector<ColumnSample> sample() {
    std::vector<ColumnSample> out;
    json::RecordFinder finder(source_.text());
    RawRecord raw;
    std::size_t bytes = 0;
    sampled_.clear();
    for (std::size_t n = 0; n < kSampledRecords && bytes < kSampledBytes && finder.next(raw); ++n) {
      bytes += raw.end - raw.begin;
      sampled_.push_back(raw);
      try {
        for (const json::Leaf& leaf : reader_.leaves(source_.text(), raw.begin, raw.end))
          add_leaf(leaf, out);
      } catch (const Error&) {
        continue;  // next() reports it, with its line
      }
    }
    return out;
  }

  static void add_leaf(const json::Leaf& leaf, std::vector<ColumnSample>& samples) {
    constexpr std::size_t kMostColumns = 1000;
    auto known = std::find_if(samples.begin(), samples.end(),
                              [&](const ColumnSample& sample) { return sample.name == leaf.path; });
    if (known == samples.end()) {
      if (samples.size() == kMostColumns) return;
      known = samples.insert(samples.end(), {leaf.path, 0, 0, 0});
    }
    ++known->rows;
    known->bytes += leaf.text.size();
    known->words += leaf.is_string && has_letters(leaf.text.text()) ? 1U : 0U;
  }

  /// What the user named must be in one of the first records, if any of these
  /// is JSON.
  void check_said(const std::vector<ColumnSample>& samples) {
    std::vector<std::string> names;
    for (const ColumnSample& sample : samples)
      names.push_back(sample.name);
    if (names.empty()) return;
    for (const Column& column : mapping_.columns) {
      if (column.chosen) continue;
      const std::vector<json::Path> path = {json::Path(column.name)};
      const bool found = std::any_of(sampled_.begin(), sampled_.end(), [&](const RawRecord& raw) {
        try {
          return !reader_.read(source_.text(), raw.begin, raw.end, path).front().empty();
        } catch (const Error&) {
          return false;
        }
      });
      // Beyond the first records anything may come, but then one of many is no
      // misspelling.
      if (!found && std::find(names.begin(), names.end(), column.name) == names.end())
        no_such_column(uri_, column, names);
    }
  }

  std::optional<Record> read(const RawRecord& raw, const Context& context) {
    try {
      if (!raw.whole) throw Error(WEFT_E_INPUT, "it never ends; the rest of the source is lost");
      Record record;
      record.line = raw.line;
      record.fields = reader_.read(source_.text(), raw.begin, raw.end, paths_);
      ++whole_;
      return record;
    } catch (const Error& error) {
      if (first_broken_ == 0) first_broken_ = raw.line;
      broken_.say(context,
                  uri_ + ":" + std::to_string(raw.line) + ": record left out: " + error.what());
      return std::nullopt;
    }
  }

  /// A bilingual source of which no record can be read would otherwise be called empty.
  [[noreturn]] void refuse() const {
    throw Error(WEFT_E_INPUT, uri_ + ":" + std::to_string(first_broken_) +
                                  ": no record in it is whole JSON; mend that line or fetch the "
                                  "file again");
  }

  ColumnMapping configured_;
  RecordWriter writer_;
  FewWarnings broken_;
  json::RecordReader reader_;

  // Of the open source.
  SourceText source_;
  std::string uri_;
  ColumnMapping mapping_;
  std::vector<json::Path> paths_;
  std::vector<RawRecord> sampled_;
  std::optional<json::RecordFinder> finder_;
  std::size_t whole_ = 0;         // records read
  std::size_t first_broken_ = 0;  // line; 0: none
  bool bilingual_ = false;
};

}  // namespace
}  // namespace weft

WEFT_PLUGIN(weft::JsonParser, .id = "parse_jsonl", .version = "0.1.0",
            .doc =
                "Reads JSON lines, JSON arrays and single objects: a document "
                "a record by "
                "mapping of paths, or bilingual records as aligned sentences.",
            .flags = WEFT_MANY, .params = weft::mapping_params({}),
            .gives = {WEFT_SPAN_PARAGRAPH, WEFT_SPAN_TITLE, WEFT_SPAN_SENTENCE, WEFT_LINK_BEAD},
            .media_types = {"application/x-ndjson", "application/json"})
