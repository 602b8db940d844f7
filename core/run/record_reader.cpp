// SPDX-License-Identifier: Apache-2.0
/// Reading the records of one source.
#include "core/run/record_reader.hpp"

#include "core/run/run_call.hpp"

namespace weft {
namespace {

constexpr std::uint64_t kReleaseEvery = std::uint64_t{16} << 20U;

}  // namespace

RecordReader::RecordReader(Stages& stages, std::unique_ptr<Work> source)
    : stages_(stages),
      source_(std::move(source)),
      lease_(stages.pools[source_->parser]->lease()),
      table_(StagePool::table<weft_parser_v1>(lease_.get(), WEFT_PARSER_V1)) {
  Call call(stages_.pools[source_->parser]->plan().id, stages_.run);
  const Outcome opened = call.run(nullptr, [&](weft_ctx* ctx) {
    return table_->open(lease_.get(), ctx, source_->document->sources.data());
  });
  if (opened.status != WEFT_OK)
    quarantine(*source_, source_->parser, opened.status, opened.message);
}

RecordReader::~RecordReader() {
  Call call(stages_.pools[source_->parser]->plan().id, stages_.run);
  call.run(nullptr, [&](weft_ctx* ctx) {
    table_->close(lease_.get(), ctx);
    return WEFT_OK;
  });
}

std::unique_ptr<Work> RecordReader::next() {
  if (count_ == 0 && !ended_) ahead_ = read();
  if (!ahead_) return nullptr;
  std::unique_ptr<Work> work = std::move(ahead_);
  if (!ended_) ahead_ = read();
  if (!ahead_ && !last_counts_.empty()) {
    for (const auto& [metric, add] : last_counts_)
      work->events.back().counts[metric] += add;
    last_counts_.clear();
  }
  return work;
}

/// When open failed: the source itself is what is quarantined.
std::unique_ptr<Work> RecordReader::failed_source() {
  ended_ = true;
  auto failed = std::make_unique<Work>();
  failed->id = source_->id;
  failed->input = source_->input;
  failed->events = source_->events;
  failed->stopped = true;
  return failed;
}

bool RecordReader::goes_on_after(const Work& work) const {
  if (!work.stopped) return true;
  const weft_status status = work.last_event().outcome.status;
  if (status == WEFT_DROPPED) return true;
  const bool of_the_record =
      status == WEFT_E_INPUT || status == WEFT_E_LIMIT || status == WEFT_E_UNSUPPORTED;
  return of_the_record && (stages_.pools[work.parser]->plan().plugin->flags & WEFT_RESUMES) != 0;
}

std::unique_ptr<Work> RecordReader::read() {
  if (source_->stopped) return failed_source();
  auto work = std::make_unique<Work>();
  work->id = source_->id + "#" + std::to_string(++count_);
  work->parser = source_->parser;
  work->scores = source_->scores;
  work->document = std::make_unique<StoredDocument>(work->id);
  const weft_source& source = source_->document->sources.front();
  const auto text = [](weft_str str) { return std::string_view{str.data, str.size}; };
  work->document->add_source(text(source.uri), text(source.media_type), text(source.hash),
                             text(source.bytes), source_->file);
  if (count_ == 1) work->events = source_->events;  // that the source was read counts once
  weft_doc doc;
  doc.stored = work->document.get();
  doc.transaction.emplace(*work->document);
  CallRights rights;
  rights.nested = stages_.max_input;
  Call call(stages_.pools[work->parser]->plan().id, stages_.run, rights);
  run_call(*work, work->parser, call, &doc,
           [&](weft_ctx* ctx) { return table_->next(lease_.get(), ctx, &doc); });
  take_nested(*work, call);
  if (work->last_event().outcome.status == WEFT_END) {
    ended_ = true;
    if (count_ > 1) {
      last_counts_ = std::move(work->events.back().counts);
      return nullptr;
    }
    work->id = source_->id;
    work->events.back().outcome = {WEFT_E_INPUT, "the parser found no document in this source", 1,
                                   0, 0};
    work->stopped = true;
    return work;
  }
  ended_ = !goes_on_after(*work);
  work->held = work->document->memory() + (work->nested ? work->nested->bytes->size() : 0);
  unreleased_ += work->held;
  if (unreleased_ > kReleaseEvery) {
    source_->file->release();
    unreleased_ = 0;
  }
  return work;
}

}  // namespace weft
