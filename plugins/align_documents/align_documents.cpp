// SPDX-License-Identifier: Apache-2.0
/// Pairs documents that are one text in two languages; today by their file names.
#include <string>
#include <string_view>
#include <vector>

#include "join_documents.hpp"
#include "name_pattern.hpp"
#include "pair_by_name.hpp"
#include "weft/plugin.hpp"

namespace {

class AlignDocuments : public weft::CorpusStage {
 public:
  static constexpr std::uint32_t kKind = WEFT_ALIGNER;

  explicit AlignDocuments(const weft::Options& options) : ranges_(options.list("languages")) {
    if (ranges_.size() < 2) {
      throw weft::Error(WEFT_E_CONFIG,
                        "align_documents: languages names fewer than two; write 'en, zh'");
    }
    for (const std::string& pattern : options.list("pattern"))
      patterns_.emplace_back(pattern);
  }

  /// Names are all that counts, and settle has them.
  std::string observe(const weft::Document&) override { return {}; }

  void settle(const std::vector<std::string_view>& ids, const std::vector<std::string_view>&,
              weft::Groups& groups) override {
    const weft::NamedGroups found = weft::pair_by_name(ids, patterns_, ranges_);
    for (const weft::NamedGroup& group : found.groups)
      groups.add(group.members, group.id);
    for (const std::size_t rival : found.rivals) {
      groups.context().warn(std::string(ids[rival]) +
                            " goes on alone: another document of its name and language was paired");
    }
  }

  void regroup(const std::vector<const weft::Document*>& members, weft::Document& made) override {
    std::vector<std::string_view> ids;
    ids.reserve(members.size());
    for (const weft::Document* member : members)
      ids.push_back(member->id());
    joiner_.join(members, weft::languages_by_name(ids, patterns_, ranges_), made);
    made.context().count(paired_);
  }

  void process(weft::Document& document) override {
    for (const weft::NamePattern& pattern : patterns_) {
      if (pattern.match(document.id(), ranges_)) {
        document.pass("no partner of its name");
        return;
      }
    }
    document.pass("its name holds no language");
  }

 private:
  std::vector<std::string> ranges_;
  std::vector<weft::NamePattern> patterns_;
  weft::DocumentJoiner joiner_;
  weft_id paired_ = weft::name("documents-paired");
};

}  // namespace

WEFT_PLUGIN(AlignDocuments, .id = "align_documents", .version = "0.1.0",
            .doc = "Joins files that are one text in several languages into one document.",
            .flags = WEFT_CORPUS_SCOPE,
            .params = {{.name = "languages",
                        .type = WEFT_TYPE_LIST,
                        .def = "en, zh",
                        .doc = "Language ranges of the files that belong together, first the one "
                               "whose name the document takes."},
                       {.name = "pattern",
                        .type = WEFT_TYPE_LIST,
                        .def = "{stem}.{lang}.*, {lang}/{stem}.*",
                        .doc = "How file names hold their language; each of several is tried."}},
            .gives = {WEFT_KEY_LAYOUT})
