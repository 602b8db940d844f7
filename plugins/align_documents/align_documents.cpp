// SPDX-License-Identifier: Apache-2.0
/// Pairs documents that are one text in two languages: by name, by links, by content.
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "join_documents.hpp"
#include "note_maker.hpp"
#include "pair_documents.hpp"
#include "weft/plugin.hpp"

namespace {

std::unique_ptr<const weft::Lexicon> open_lexicon(const weft::Options& options) {
  if (!options.has("lexicon")) return nullptr;
  return std::make_unique<const weft::Lexicon>(weft::Lexicon::open(options.string("lexicon")));
}

/// Terms by the lexicon; all other keys mean the same in every language.
void translate(const weft::Lexicon* lexicon, std::string_view from, std::string_view to,
               std::uint32_t key, std::vector<std::uint32_t>& out) {
  constexpr std::size_t kMost = 24;  // translations of a term; the rest are its rarest senses
  if (weft::kind_of(key) != weft::FeatureKind::kTerm) {
    out.push_back(key);
    return;
  }
  if (lexicon == nullptr) return;
  const auto side = weft::side_of(*lexicon, from);
  if (!side || weft::side_of(*lexicon, to) != weft::other_side(*side)) return;
  const auto all = lexicon->translations(*side, weft::value_of(key));
  for (const weft::Translation& one : all.first(std::min(all.size(), kMost)))
    out.push_back(weft::feature_key(weft::FeatureKind::kTerm, one.term));
}

weft::PairingRules read_rules(const weft::Options& options) {
  weft::PairingRules rules;
  rules.ranges = options.list("languages");
  if (rules.ranges.size() < 2) {
    throw weft::Error(WEFT_E_CONFIG,
                      "align_documents: languages names fewer than two; write 'en, zh'");
  }
  for (const std::string& method : options.list("by")) {
    if (method == "name") {
      rules.by.push_back(weft::PairingMethod::kName);
    } else if (method == "links") {
      rules.by.push_back(weft::PairingMethod::kLinks);
    } else if (method == "content") {
      rules.by.push_back(weft::PairingMethod::kContent);
    } else {
      throw weft::Error(WEFT_E_CONFIG, "align_documents: by holds '" + method +
                                           "'; it knows name, links and content");
    }
  }
  for (const std::string& pattern : options.list("pattern"))
    rules.patterns.emplace_back(pattern);
  rules.thresholds = {options.real("score"), options.real("lead"), options.real("evidence")};
  return rules;
}

weft::NoteParts parts_of(const weft::PairingRules& rules) {
  const auto asks = [&](weft::PairingMethod method) {
    return std::find(rules.by.begin(), rules.by.end(), method) != rules.by.end();
  };
  return {asks(weft::PairingMethod::kLinks), asks(weft::PairingMethod::kContent)};
}

class AlignDocuments : public weft::CorpusStage {
 public:
  static constexpr std::uint32_t kKind = WEFT_ALIGNER;

  explicit AlignDocuments(const weft::Options& options)
      : rules_(read_rules(options)),
        parts_(parts_of(rules_)),
        lexicon_(open_lexicon(options)),
        notes_(rules_.ranges, parts_, lexicon_.get()) {
    rules_.translate = [this](std::uint8_t from, std::uint8_t to, std::uint32_t key,
                              std::vector<std::uint32_t>& out) {
      translate(lexicon_.get(), rules_.ranges[from], rules_.ranges[to], key, out);
    };
  }

  std::string observe(const weft::Document& document) override {
    if (!parts_.links && !parts_.content) return {};
    return weft::write_note(notes_.make(document));
  }

  void settle(const std::vector<std::string_view>& ids, const std::vector<std::string_view>& notes,
              weft::Groups& groups) override {
    std::vector<weft::DocumentNote> read;
    read.reserve(notes.size());
    for (const std::string_view note : notes)
      read.push_back(weft::read_note(note));
    const std::function<void()> poll = [&] { groups.context().check_cancelled(); };
    const weft::Pairing found = weft::pair_documents(ids, read, rules_, poll);
    for (const weft::PairedDocument& made : found.groups) {
      groups.add(made.members, made.id);
      std::string members;
      for (const std::size_t member : made.members)
        members += std::string(ids[member]) + '\n';
      joined_.emplace(std::move(members), made.how);
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (found.alone[i].empty()) continue;
      const std::size_t near = found.near_duplicates[i];
      alone_.emplace(ids[i], Alone{found.alone[i],
                                   near < ids.size() ? std::string(ids[near]) : std::string{}});
    }
    for (const std::string& warning : found.warnings)
      groups.context().warn(warning);
  }

  void regroup(const std::vector<const weft::Document*>& members, weft::Document& made) override {
    std::string ids;
    for (const weft::Document* member : members)
      ids += std::string(member->id()) + '\n';
    const weft::Joined& how = joined_.at(ids);
    joiner_.join(members, how, made);
    made.context().count(paired_);
    made.context().count(how.method == "name"    ? by_name_
                         : how.method == "links" ? by_links_
                                                 : by_content_);
  }

  void process(weft::Document& document) override {
    const auto found = alone_.find(document.id());
    if (found == alone_.end()) {  // settled by nobody: a corpus of its own
      const std::vector<std::string_view> ids{document.id()};
      const std::vector<weft::DocumentNote> notes{notes_.make(document)};
      document.pass(weft::pair_documents(ids, notes, rules_, [] {}).alone.front());
      return;
    }
    if (found->second.near.empty()) {
      document.pass(found->second.reason);
      return;
    }
    document.set({}, near_duplicate_of_, found->second.near);
    document.context().count(near_duplicates_);
    document.context().warn("goes on alone: it is a near-duplicate of " + found->second.near +
                            ", which was paired");
  }

 private:
  struct Alone {
    std::string reason;
    std::string near;
  };

  weft::PairingRules rules_;
  weft::NoteParts parts_;
  std::unique_ptr<const weft::Lexicon> lexicon_;
  weft::NoteMaker notes_;
  weft::DocumentJoiner joiner_;
  std::map<std::string, weft::Joined, std::less<>> joined_;  ///< by members' ids, a line each
  std::map<std::string, Alone, std::less<>> alone_;
  weft_id near_duplicate_of_ = weft::name(WEFT_KEY_NEAR_DUPLICATE_OF);
  weft_id paired_ = weft::name("documents-paired");
  weft_id by_name_ = weft::name("paired-by-name");
  weft_id by_links_ = weft::name("paired-by-links");
  weft_id by_content_ = weft::name("paired-by-content");
  weft_id near_duplicates_ = weft::name("near-duplicates");
};

}  // namespace

WEFT_PLUGIN(AlignDocuments, .id = "align_documents", .version = "0.2.0",
            .doc = "Joins documents that are one text in several languages into one document.",
            .flags = WEFT_CORPUS_SCOPE,
            .params = {{.name = "languages",
                        .type = WEFT_TYPE_LIST,
                        .def = "en, zh",
                        .doc = "Language ranges of the documents that belong together, first the "
                               "one whose name the joined document takes."},
                       {.name = "by",
                        .type = WEFT_TYPE_LIST,
                        .def = "name, links, content",
                        .doc = "What makes documents partners, the most trusted first: name, "
                               "links, content."},
                       {.name = "pattern",
                        .type = WEFT_TYPE_LIST,
                        .def = "{stem}.{lang}.*, {lang}/{stem}.*",
                        .doc = "How file names hold their language; each of several is tried."},
                       {.name = "lexicon",
                        .type = WEFT_TYPE_INPUT,
                        .doc = "Lexicon for pairing by content, as weft lexicon build makes it."},
                       {.name = "score",
                        .type = WEFT_TYPE_REAL,
                        .def = "0.5",
                        .doc = "By content: least evidence, as a share of what true partners show.",
                        .min = "0",
                        .max = "1"},
                       {.name = "lead",
                        .type = WEFT_TYPE_REAL,
                        .def = "3.5",
                        .doc = "By content: how far ahead of the next best a partner must be.",
                        .unit = "gaps that chance leaves between the best two",
                        .min = "0"},
                       {.name = "evidence",
                        .type = WEFT_TYPE_REAL,
                        .def = "10",
                        .doc = "By content: least evidence at all.",
                        .unit = "nats",
                        .min = "0"}},
            .gives = {WEFT_KEY_LAYOUT, WEFT_KEY_PAIRING})
