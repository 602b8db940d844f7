// SPDX-License-Identifier: Apache-2.0
/// A plugin of this build, loaded and called as a run calls it, for tests of one plugin.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/stored_document.hpp"
#include "core/plan/plan.hpp"
#include "core/run/call.hpp"
#include "core/run/stage_pool.hpp"

namespace weft::test {

using StageOptions = std::vector<std::pair<std::string, std::string>>;  ///< as in a pipeline file

/// Where shared/ lies: WEFT_SHARED, or ../shared beside the checkout. Empty when it is absent: say
/// "skipped".
std::string shared_dir();
/// The bytes of a file; throws when it cannot be read.
std::string read_file(const std::string& path);

/// One stage of the plugin build/.../lib/weft/<id>.so. Throws Error when an option is wrong.
class StageHarness {
 public:
  explicit StageHarness(const std::string& plugin_id, const StageOptions& options = {});

  [[nodiscard]] const PluginInfo& info() const { return info_; }

  /// Parsers.
  int sniff(std::string_view uri, std::string_view bytes, std::string_view media_type = {});
  Outcome parse(StoredDocument& document, std::string_view uri, std::string_view bytes);
  /// Every record of the source, until its end or the first failure; dropped records are left out.
  std::vector<StoredDocument> parse_all(std::string_view uri, std::string_view bytes,
                                        std::vector<Outcome>* outcomes = nullptr);

  /// Transforms, aligners and summarizers.
  Outcome process(StoredDocument& document);

  /// Exporters: head, the documents, tail; bytes by part ("" for an exporter of one file). Behind
  /// `refused` the exporter is told what a run tells it where a later exporter fails on that
  /// document. Throws Error when a call fails.
  std::map<std::string, std::string, std::less<>> export_parts(
      const std::vector<StoredDocument*>& documents, const StoredDocument* refused = nullptr);
  std::string export_all(const std::vector<StoredDocument*>& documents,
                         const StoredDocument* refused = nullptr);

  /// Corpus-scope stages: observe all, settle, then regroup and process; the corpus behind the
  /// barrier. Throws Error when a call fails.
  std::vector<StoredDocument> corpus(std::vector<StoredDocument> documents);

 private:
  PluginInfo info_;
  PlannedStage plan_;
  RunState run_;
  std::unique_ptr<StagePool> pool_;
};

}  // namespace weft::test
