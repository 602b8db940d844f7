// SPDX-License-Identifier: Apache-2.0
/// Documents out of waiting units.
#include "weft/bitext/unit_parser.hpp"

#include <algorithm>
#include <utility>

namespace weft {

UnitParser::UnitParser(const Options& options, std::string_view id, std::string_view media_type)
    : media_type_(media_type),
      most_(static_cast<std::size_t>(options.integer("units"))),
      writer_(id) {}

void UnitParser::open(const Source& source, Context /*context*/) {
  uri_ = source.uri;
  reported_ = {};
  reported_entities_ = 0;
  written_ = 0;
  reader_ = make_reader(source.bytes);
}

void UnitParser::close() {
  reader_.reset();
}

bool UnitParser::next(Document& document) {
  while (!reader_->has_document(most_) && reader_->advance())
    document.context().check_cancelled();
  report(document.context());
  const auto& waiting = reader_->waiting();
  if (waiting.empty()) {
    if (reader_->stream().error() != nullptr) fail();
    if (written_ == 0) throw Error(WEFT_E_INPUT, uri_ + ": holds no translation unit with text");
    return false;
  }
  const auto other_part = std::find_if(waiting.begin(), waiting.end(), [&](const auto& item) {
    return item.part != waiting.front().part;
  });
  make_document(std::min(most_, static_cast<std::size_t>(other_part - waiting.begin())), document);
  return true;
}

void UnitParser::make_document(std::size_t count, Document& document) {
  auto& waiting = reader_->waiting();
  const std::string_view title = reader_->title(waiting.front().part);
  std::vector<TranslationUnit> units;
  units.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    units.push_back(std::move(waiting.front().unit));
    waiting.pop_front();
  }
  const XmlStream& stream = reader_->stream();
  document.set_source(1, media_type_, stream.encoding());
  if (stream.repaired() > 0)
    document.set(on_source(1), repaired_, static_cast<std::int64_t>(stream.repaired()));
  writer_.write(units, stream.decoding(), document);
  constexpr double kFileName = 0.3;  // names of files are titles now and then
  if (!title.empty()) document.set(Owner{}, title_, title, {original_, 0, kFileName});
  written_ += count;
}

void UnitParser::report(Context context) {
  const UnitCounts& now = reader_->counts();
  const auto tell = [&](weft_id metric, std::uint64_t value, std::uint64_t& before) {
    if (value > before) context.count(metric, static_cast<double>(value - before));
    before = value;
  };
  tell(units_, now.units, reported_.units);
  tell(skipped_, now.skipped, reported_.skipped);
  tell(variants_, now.variants, reported_.variants);
  tell(sourceless_, now.sourceless, reported_.sourceless);
  tell(matches_, now.matches, reported_.matches);
  tell(entities_, reader_->stream().skipped_entities(), reported_entities_);
}

void UnitParser::fail() const {
  const XmlError& error = *reader_->stream().error();
  std::string message = uri_ + ":" + std::to_string(error.line) + ":" +
                        std::to_string(error.column) + ": " + error.what;
  if (written_ == 0)
    message += "; no unit stands before it";
  else if (written_ == 1)
    message += "; the unit before it was read, the rest not";
  else
    message += "; the " + std::to_string(written_) + " units before it were read, the rest not";
  message += error.limit ? "" : ": mend that place or export the file again";
  throw Error(error.limit ? WEFT_E_LIMIT : WEFT_E_INPUT, message);
}

}  // namespace weft
