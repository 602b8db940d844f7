// SPDX-License-Identifier: Apache-2.0
/// Running one plugin in a test.
#include "tests/support/stage_harness.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "core/plugin/file_stamp.hpp"
#include "core/plugin/library.hpp"
#include "core/plugin/read_description.hpp"
#include "core/run/settle.hpp"
#include "core/run/source_file.hpp"
#include "tests/support/program.hpp"
#include "weft/error.hpp"
#include "weft/undo.h"

namespace weft::test {
namespace {

PluginInfo describe(const std::string& plugin_id) {
  const std::filesystem::path file = std::string(WEFT_PLUGIN_DIR) + "/" + plugin_id + ".so";
  for (PluginInfo& info : read_description(Library(file).enter())) {
    if (info.id != plugin_id) continue;
    info.file.path = file;
    const auto stamp = file_stamp(file);
    info.file.size = stamp->size;
    info.file.modified = stamp->modified;
    return info;
  }
  throw Error(WEFT_E_CONFIG, file.string() + " holds no " + plugin_id);
}

ParamValue value_for(const ParamInfo& param, const StageOptions& options) {
  ParamContext context;
  context.allow_absolute_output = true;
  for (const auto& [name, text] : options) {
    if (name != param.name) continue;
    const ParamReading reading = parse_param(param, text, context);
    if (!reading.ok()) throw Error(WEFT_E_CONFIG, name + ": " + reading.error);
    return reading.value;
  }
  return default_param(param, context).value;
}

void require(const Outcome& outcome) {
  const bool good = outcome.status == WEFT_OK || outcome.status == WEFT_PASSED;
  if (!good) throw Error(outcome.status, outcome.message);
}

}  // namespace

std::string shared_dir() {
  const char* named = std::getenv("WEFT_SHARED");
  const std::string path = named != nullptr ? named : std::string(WEFT_SOURCE_DIR) + "/../shared";
  return std::filesystem::is_directory(path) ? path : std::string();
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(WEFT_E_INPUT, "cannot read " + path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

StageHarness::StageHarness(const std::string& plugin_id, const StageOptions& options)
    : info_(describe(plugin_id)) {
  plan_.id = plugin_id;
  plan_.plugin = &info_;
  for (const auto& [name, text] : options) {
    if (info_.param(name) == nullptr)
      throw Error(WEFT_E_CONFIG, plugin_id + " has no option " + name);
  }
  for (const ParamInfo& param : info_.params)
    plan_.values.push_back(value_for(param, options));
  pool_ = std::make_unique<StagePool>(plan_, run_);
}

int StageHarness::sniff(std::string_view uri, std::string_view bytes, std::string_view media_type) {
  const StagePool::Lease lease = pool_->lease();
  const auto* table = StagePool::table<weft_parser_v1>(lease.get(), WEFT_PARSER_V1);
  const std::string_view head = bytes.substr(0, 65536);
  return table->sniff(lease.get(), {uri.data(), uri.size()}, {media_type.data(), media_type.size()},
                      {head.data(), head.size()});
}

Outcome StageHarness::parse(StoredDocument& document, std::string_view uri,
                            std::string_view bytes) {
  auto kept = std::make_shared<const std::string>(bytes);
  document = StoredDocument(uri);
  document.add_source(uri, "", content_hash(*kept), *kept, kept);
  const StagePool::Lease lease = pool_->lease();
  const auto* table = StagePool::table<weft_parser_v1>(lease.get(), WEFT_PARSER_V1);
  weft_doc doc;
  doc.stored = &document;
  doc.transaction.emplace(document);
  Call call(plan_.id, run_);
  return call.run(&doc, [&](weft_ctx* ctx) {
    weft_status status = table->open(lease.get(), ctx, document.sources.data());
    if (status == WEFT_OK) status = table->next(lease.get(), ctx, &doc);
    table->close(lease.get(), ctx);
    return status;
  });
}

std::vector<StoredDocument> StageHarness::parse_all(std::string_view uri, std::string_view bytes,
                                                    std::vector<Outcome>* outcomes) {
  std::vector<StoredDocument> made;
  auto kept = std::make_shared<const std::string>(bytes);
  const std::string hash = content_hash(*kept);
  StoredDocument source(uri);
  source.add_source(uri, "", hash, *kept, kept);
  const StagePool::Lease lease = pool_->lease();
  const auto* table = StagePool::table<weft_parser_v1>(lease.get(), WEFT_PARSER_V1);
  Call opening(plan_.id, run_);
  Outcome outcome = opening.run(
      nullptr, [&](weft_ctx* ctx) { return table->open(lease.get(), ctx, source.sources.data()); });
  bool more = outcome.status == WEFT_OK;
  if (!more && outcomes != nullptr) outcomes->push_back(outcome);
  for (std::size_t n = 1; more; ++n) {
    StoredDocument document(std::string(uri) + "#" + std::to_string(n));
    document.add_source(uri, "", hash, *kept, kept);
    weft_doc doc;
    doc.stored = &document;
    doc.transaction.emplace(document);
    Call call(plan_.id, run_);
    outcome = call.run(&doc, [&](weft_ctx* ctx) { return table->next(lease.get(), ctx, &doc); });
    if (outcome.status == WEFT_END) break;
    more = outcome.status == WEFT_OK || outcome.status == WEFT_DROPPED;
    if (outcomes != nullptr) outcomes->push_back(outcome);
    if (outcome.status == WEFT_OK) made.push_back(std::move(document));
  }
  Call closing(plan_.id, run_);
  closing.run(nullptr, [&](weft_ctx* ctx) {
    table->close(lease.get(), ctx);
    return WEFT_OK;
  });
  return made;
}

Outcome StageHarness::process(StoredDocument& document) {
  const StagePool::Lease lease = pool_->lease();
  weft_doc doc;
  doc.stored = &document;
  doc.transaction.emplace(document);
  Call call(plan_.id, run_);
  return call.run(&doc,
                  [&](weft_ctx* ctx) { return lease.get()->process(lease.get(), ctx, &doc); });
}

std::map<std::string, std::string, std::less<>> StageHarness::export_parts(
    const std::vector<StoredDocument*>& documents, const StoredDocument* refused) {
  std::map<std::string, std::string, std::less<>> out;
  const StagePool::Lease lease = pool_->lease();
  const auto* table = StagePool::table<weft_exporter_v1>(lease.get(), WEFT_EXPORTER_V1);
  const Folder folder;
  std::set<std::string, std::less<>> files;
  CallRights rights;
  rights.sink = true;
  rights.file = [&](std::string_view part) {
    files.emplace(part);
    return folder.path("made" + std::string(part));
  };
  const auto take = [&](Call& call, const Outcome& outcome) {
    require(outcome);
    for (const auto& [part, bytes] : call.written)
      out[part] += bytes;
  };
  if (table != nullptr) {
    Call call(plan_.id, run_, rights);
    take(call, call.run(nullptr, [&](weft_ctx* ctx) { return table->head(lease.get(), ctx); }));
  }
  for (StoredDocument* document : documents) {
    weft_doc doc;
    doc.stored = document;
    doc.transaction.emplace(*document);
    Call call(plan_.id, run_, rights);
    const Outcome outcome =
        call.run(&doc, [&](weft_ctx* ctx) { return lease.get()->process(lease.get(), ctx, &doc); });
    if (document == refused) call.written.clear();
    take(call, outcome);
    if (document != refused) continue;
    const auto* undo = StagePool::table<weft_undo_v1>(lease.get(), WEFT_UNDO_V1);
    if (undo == nullptr) continue;
    Call taking_back(plan_.id, run_);
    require(taking_back.run(nullptr, [&](weft_ctx* ctx) { return undo->undo(lease.get(), ctx); }));
  }
  if (table != nullptr) {
    Call call(plan_.id, run_, rights);
    take(call, call.run(nullptr, [&](weft_ctx* ctx) { return table->tail(lease.get(), ctx); }));
  }
  for (const std::string& part : files)
    out[part] = read_file(folder.path("made" + part));
  return out;
}

std::string StageHarness::export_all(const std::vector<StoredDocument*>& documents,
                                     const StoredDocument* refused) {
  return export_parts(documents, refused)[""];
}

std::vector<StoredDocument> StageHarness::corpus(std::vector<StoredDocument> documents) {
  std::vector<std::string> ids;
  std::vector<std::string> notes;
  for (const StoredDocument& document : documents) {
    const StagePool::Lease lease = pool_->lease();
    const auto* table = StagePool::table<weft_corpus_stage_v1>(lease.get(), WEFT_CORPUS_STAGE_V1);
    weft_doc doc;
    doc.stored = &document;
    CallRights rights;
    rights.notes = true;
    Call call(plan_.id, run_, rights);
    require(
        call.run(nullptr, [&](weft_ctx* ctx) { return table->observe(lease.get(), ctx, &doc); }));
    ids.push_back(document.id);
    notes.push_back(std::move(call.note));
  }
  const std::vector<Group> groups = settle(*pool_, run_, ids, notes);
  std::vector<StoredDocument> out;
  for (const BarrierEntry& entry : arrange(documents.size(), groups, [](std::size_t) {})) {
    if (entry.group_id.empty()) {
      require(process(documents[entry.members.front()]));
      out.push_back(std::move(documents[entry.members.front()]));
      continue;
    }
    StoredDocument made(entry.group_id);
    std::vector<weft_doc> docs(entry.members.size());
    std::vector<const weft_doc*> pointers;
    for (std::size_t i = 0; i < docs.size(); ++i) {
      docs[i].stored = &documents[entry.members[i]];
      pointers.push_back(&docs[i]);
    }
    weft_doc doc;
    doc.stored = &made;
    doc.transaction.emplace(made);
    const StagePool::Lease lease = pool_->lease();
    const auto* table = StagePool::table<weft_corpus_stage_v1>(lease.get(), WEFT_CORPUS_STAGE_V1);
    Call call(plan_.id, run_);
    require(call.run(&doc, [&](weft_ctx* ctx) {
      return table->regroup(lease.get(), ctx, pointers.data(), pointers.size(), &doc);
    }));
    doc.transaction.reset();
    out.push_back(std::move(made));
  }
  return out;
}

}  // namespace weft::test
