// SPDX-License-Identifier: Apache-2.0
/// Works from inputs and from barriers.
#include "core/run/work_source.hpp"

#include <algorithm>

#include "core/document/image.hpp"
#include "core/run/choose_parser.hpp"
#include "core/run/source_file.hpp"
#include "weft/error.hpp"

namespace weft {

InputSource::InputSource(Stages& stages, const std::vector<Input>& inputs)
    : stages_(stages), inputs_(inputs) {
  for (std::size_t i = 0; i < stages.n_parsers; ++i) {
    has_record_parsers_ =
        has_record_parsers_ || (stages.pools[i]->plan().plugin->flags & WEFT_MANY) != 0;
  }
}

std::unique_ptr<Work> InputSource::next() {
  while (!stages_.run.cancelled) {
    if (records_) {
      if (auto record = records_->next()) return record;
      records_.reset();
    }
    if (position_ == inputs_.size()) return nullptr;
    auto work = std::make_unique<Work>();
    work->input = &inputs_[position_++];
    work->id = work->input->id;
    work->held = work->input->size;
    if (!has_record_parsers_) return work;
    // Only what a parser of many documents may want is looked at here, in order; choosing the
    // parser of all others is work for many threads.
    open_input(stages_, *work);
    if (work->stopped || !may_hold_many(stages_, work->document->sources.front())) return work;
    prepare(stages_, *work);
    if (work->stopped || (stages_.pools[work->parser]->plan().plugin->flags & WEFT_MANY) == 0)
      return work;
    records_ = std::make_unique<RecordReader>(stages_, std::move(work));
  }
  return nullptr;
}

BarrierSource::BarrierSource(Stages& stages, std::size_t stage, const std::vector<Input>& inputs,
                             std::unique_ptr<Spool> spool, std::vector<std::string> ids,
                             std::vector<BarrierEntry> entries)
    : stages_(stages),
      stage_(stage),
      spool_(std::move(spool)),
      ids_(std::move(ids)),
      entries_(std::move(entries)) {
  for (const Input& input : inputs)
    inputs_.emplace(input.id, &input);
}

std::unique_ptr<Work> BarrierSource::next() {
  if (stages_.run.cancelled || position_ == entries_.size()) return nullptr;
  const BarrierEntry& entry = entries_[position_];
  auto work = std::make_unique<Work>();
  work->id = entry.group_id.empty() ? ids_[entry.members.front()] : entry.group_id;
  for (const std::size_t member : entry.members)
    work->held += spool_->size_of(member);
  work->barrier_entry = position_++;
  return work;
}

void BarrierSource::load(Work& work) const {
  const BarrierEntry& entry = entries_[work.barrier_entry];
  try {
    if (entry.group_id.empty()) {
      work.document = read(entry.members.front());
    } else {
      std::vector<std::unique_ptr<StoredDocument>> members;
      for (const std::size_t member : entry.members)
        members.push_back(read(member));
      regroup(stages_, stage_, work, members);
      work.made = !work.stopped;
      work.made_by = stage_;
    }
    for (const weft_source& source : work.document->sources)
      work.bytes += source.bytes.size;
  } catch (const Error& error) {
    quarantine(work, stage_, error.status(), error.what());
  }
}

std::unique_ptr<StoredDocument> BarrierSource::read(std::size_t position) const {
  auto document = std::make_unique<StoredDocument>(read_image(spool_->read(position)));
  for (weft_source& source : document->sources) {
    if (document->is_nested(source.id)) continue;
    const std::string_view uri{source.uri.data, source.uri.size};
    const auto found = inputs_.find(uri);
    if (found == inputs_.end())
      throw Error(WEFT_E_INTERNAL, "the source " + std::string(uri) + " is no input");
    auto file = SourceFile::open(found->second->path);
    if (file->bytes().size() != source.bytes.size) {
      throw Error(WEFT_E_INPUT,
                  found->second->path.string() + ": changed while the run was using it");
    }
    source.bytes.data = file->bytes().data();
    document->held.push_back(std::move(file));
  }
  return document;
}

}  // namespace weft
