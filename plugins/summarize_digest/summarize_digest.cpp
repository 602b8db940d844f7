// SPDX-License-Identifier: Apache-2.0
/// Finds the documents of a corpus that tell one story and makes a digest of each story.
#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "group_stories.hpp"
#include "make_digest.hpp"
#include "weft/plugin.hpp"

namespace {

constexpr const char* kId = "summarize_digest";

std::unique_ptr<const weft::Lexicon> open_lexicon(const weft::Options& options) {
  if (!options.has("lexicon")) return nullptr;
  return std::make_unique<const weft::Lexicon>(weft::Lexicon::open(options.string("lexicon")));
}

weft::DigestSizes read_sizes(const weft::Options& options) {
  const auto size = [&](const char* param) {
    return static_cast<std::size_t>(options.integer(param));
  };
  return {size("voices"), size("figures"), size("dates")};
}

/// "news/a.txt" and four more: "news/a+4.digest". Another document has no such id.
std::string digest_id(std::string_view first, std::size_t members,
                      const std::set<std::string_view>& taken) {
  const std::size_t name = first.rfind('/') == std::string_view::npos ? 0 : first.rfind('/') + 1;
  const std::size_t dot = first.find_last_of(".#");
  std::string stem(first.substr(
      0, first.find('#') == std::string_view::npos && dot > name ? dot : std::string_view::npos));
  std::string out = stem + "+" + std::to_string(members - 1) + ".digest";
  while (taken.contains(out))
    out += '+';
  return out;
}

class SummarizeDigest : public weft::CorpusStage {
 public:
  static constexpr std::uint32_t kKind = WEFT_SUMMARIZER;

  explicit SummarizeDigest(const weft::Options& options)
      : similarity_(options.real("similarity")),
        most_(static_cast<std::size_t>(options.integer("documents"))),
        lexicon_(open_lexicon(options)),
        terms_(lexicon_.get()),
        maker_(lexicon_.get(), read_sizes(options), options.string("language")) {}

  std::string observe(const weft::Document& document) override {
    return weft::write_note(weft::make_note(document, names_, addresses_, terms_));
  }

  void settle(const std::vector<std::string_view>& ids, const std::vector<std::string_view>& notes,
              weft::Groups& groups) override {
    std::vector<weft::StoryNote> read;
    read.reserve(notes.size());
    for (const std::string_view note : notes)
      read.push_back(weft::read_note(note));
    const weft::Stories found =
        weft::group_stories(read, similarity_, [&] { groups.context().check_cancelled(); });
    const std::set<std::string_view> taken(ids.begin(), ids.end());
    for (const std::vector<std::size_t>& members : found.groups) {
      const std::string id = digest_id(ids[members.front()], members.size(), taken);
      groups.add(chosen(members, found.copy_of), id, true);
      for (const std::size_t member : members) {
        const std::size_t copied = found.copy_of[member];
        in_story_.emplace(ids[member],
                          Place{id, copied < ids.size() ? std::string(ids[copied]) : ""});
      }
    }
  }

  void regroup(const std::vector<const weft::Document*>& members, weft::Document& made) override {
    std::vector<std::string> copies;
    for (const weft::Document* member : members)
      copies.push_back(in_story_.find(member->id())->second.copy_of);
    maker_.make(members, copies, made);
    made.set({}, method_, kId);
    made.context().count(stories_);
  }

  void process(weft::Document& document) override {
    const auto found = in_story_.find(document.id());
    if (found == in_story_.end()) {
      document.pass("alone: no other document tells its story");
      return;
    }
    document.set({}, story_, found->second.story);
    document.context().count(in_stories_);
    if (found->second.copy_of.empty()) return;
    document.set({}, near_duplicate_of_, found->second.copy_of);
    document.context().count(near_duplicates_);
  }

 private:
  struct Place {
    std::string story;
    std::string copy_of;  ///< id, or empty
  };

  /// At most `documents` of them, copies only where there is room.
  [[nodiscard]] std::vector<std::size_t> chosen(const std::vector<std::size_t>& members,
                                                const std::vector<std::size_t>& copy_of) const {
    std::vector<std::size_t> out = members;
    std::stable_partition(out.begin(), out.end(),
                          [&](std::size_t member) { return copy_of[member] == copy_of.size(); });
    out.resize(std::min(out.size(), most_));
    std::sort(out.begin(), out.end());
    return out;
  }

  double similarity_;
  std::size_t most_;
  std::unique_ptr<const weft::Lexicon> lexicon_;
  weft::StoryTerms terms_;
  weft::DigestMaker maker_;
  weft::BodyNames names_;
  weft::AddressNames addresses_;
  std::map<std::string, Place, std::less<>> in_story_;  ///< by document
  weft_id story_ = weft::name(WEFT_KEY_STORY);
  weft_id near_duplicate_of_ = weft::name(WEFT_KEY_NEAR_DUPLICATE_OF);
  weft_id method_ = weft::name(WEFT_KEY_METHOD);
  weft_id stories_ = weft::name("stories");
  weft_id in_stories_ = weft::name("documents-in-stories");
  weft_id near_duplicates_ = weft::name("near-duplicates");
};

}  // namespace

WEFT_PLUGIN(SummarizeDigest, .id = kId, .version = "1.0.0",
            .doc = "Groups documents that tell one story and adds a digest of each story.",
            .flags = WEFT_CORPUS_SCOPE,
            .params = {{.name = "similarity",
                        .type = WEFT_TYPE_REAL,
                        .def = "0.15",
                        .doc = "How alike two documents of a story are at least: cosine of their "
                               "terms.",
                        .min = "0.01",
                        .max = "1"},
                       {.name = "lexicon",
                        .type = WEFT_TYPE_INPUT,
                        .doc = "Lexicon for stories told in two languages, as weft lexicon build "
                               "makes it."},
                       {.name = "documents",
                        .type = WEFT_TYPE_INTEGER,
                        .def = "40",
                        .doc = "Most documents that a digest is made of; others of the story are "
                               "marked only.",
                        .min = "2",
                        .max = "1000"},
                       {.name = "voices",
                        .type = WEFT_TYPE_INTEGER,
                        .def = "12",
                        .doc = "Most sentences of who says what.",
                        .min = "0",
                        .max = "1000"},
                       {.name = "figures",
                        .type = WEFT_TYPE_INTEGER,
                        .def = "12",
                        .doc = "Most things counted whose figures are put side by side.",
                        .min = "0",
                        .max = "1000"},
                       {.name = "dates",
                        .type = WEFT_TYPE_INTEGER,
                        .def = "16",
                        .doc = "Most sentences in order of their dates.",
                        .min = "0",
                        .max = "1000"},
                       {.name = "language",
                        .type = WEFT_TYPE_LANGUAGE,
                        .doc = "Language of the headings, and of sentences of documents in several "
                               "languages; else that of most documents."}},
            .needs = {WEFT_SPAN_SENTENCE},
            .gives = {WEFT_KEY_STORY, WEFT_KEY_DIGEST_OF, WEFT_KEY_EVIDENCE})
