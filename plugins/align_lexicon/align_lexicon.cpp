// SPDX-License-Identifier: Apache-2.0
/// Aligns sentences of two languages by their words: a lexicon, and what the corpus itself teaches.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align_text.hpp"
#include "learning_notes.hpp"
#include "text_of_document.hpp"
#include "weft/align/bead_writer.hpp"
#include "weft/plugin.hpp"

namespace {

constexpr const char* kId = "align_lexicon";

/// Fewer known pairs a hundred sentences than this: the lexicon hardly speaks of these texts.
constexpr std::uint64_t kFewMatches = 50;
constexpr std::size_t kEnoughSentences = 10;
constexpr std::size_t kNewWords = 2000;  // sentences beyond which few words are new

/// Aligners not in use: making one is dear, and calls come from several threads.
class AlignerPool {
 public:
  explicit AlignerPool(weft::AlignSettings settings) : settings_(std::move(settings)) {}

  template <class Use>
  auto with(const Use& use) {
    std::unique_ptr<weft::TextAligner> aligner;
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        aligner = std::move(idle_.back());
        idle_.pop_back();
      }
    }
    if (aligner == nullptr) aligner = std::make_unique<weft::TextAligner>(settings_);
    auto out = use(*aligner);
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(aligner));
    return out;
  }

 private:
  weft::AlignSettings settings_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<weft::TextAligner>> idle_;
};

class AlignLexicon : public weft::CorpusStage {
 public:
  static constexpr std::uint32_t kKind = WEFT_ALIGNER;

  explicit AlignLexicon(const weft::Options& options)
      : lexicon_(open(options.string("lexicon"))),
        languages_{options.string("source"), options.string("target")},
        learn_(options.string("learn")),
        pool_(settings()) {}

  /// A first alignment of the document, as bags of tokens.
  std::string observe(const weft::Document& document) override {
    if (learn_ != "corpus") return {};
    const weft::TextOfDocument text(document, languages_, names_);
    if (!text.missing().empty()) return {};
    return pool_.with([&](weft::TextAligner& aligner) {
      const weft::Lesson alone{nullptr, !lexicon_.has_value(), false};
      return weft::write_note(aligner.align(text.source(), text.target(), alone, text.sections()));
    });
  }

  void settle(const std::vector<std::string_view>&, const std::vector<std::string_view>& notes,
              weft::Groups&) override {
    if (learn_ != "corpus") return;
    const weft::LexiconUse given =
        pool_.with([](const weft::TextAligner& aligner) { return aligner.given(); });
    learnt_ = weft::learn_from(notes, given);
  }

  void regroup(const std::vector<const weft::Document*>&, weft::Document&) override {}

  void process(weft::Document& document) override {
    const weft::TextOfDocument text(document, languages_, names_);
    if (!text.missing().empty()) return document.pass(text.missing());
    const weft::Lesson lesson{&learnt_, learn_ != "none"};
    const weft::AlignedText aligned = pool_.with([&](weft::TextAligner& aligner) {
      return aligner.align(text.source(), text.target(), lesson, text.sections());
    });
    warn_of_few_matches(document, text, aligned);
    for (const weft::Bead& bead : aligned.beads)
      writer_.write(document, bead, text.source_spans(), text.target_spans());
  }

 private:
  static std::optional<weft::Lexicon> open(const std::string& path) {
    if (path.empty()) return std::nullopt;
    return weft::Lexicon::open(path);
  }

  [[nodiscard]] weft::AlignSettings settings() const {
    weft::AlignSettings out;
    out.source_language = languages_.source;
    out.target_language = languages_.target;
    out.lexicon = lexicon_ ? &*lexicon_ : nullptr;
    return out;
  }

  void warn_of_few_matches(const weft::Document& document, const weft::TextOfDocument& text,
                           const weft::AlignedText& aligned) const {
    const std::size_t sentences =
        std::min({text.source().sentences.size(), text.target().sentences.size(), kNewWords});
    if (!lexicon_ || sentences < kEnoughSentences) return;
    if (aligned.in_lexicon * 100 >= kFewMatches * sentences) return;
    document.context().warn(
        "the lexicon knows " + std::to_string(aligned.in_lexicon) +
        " pairs of words of this document, next to none: is it of the languages " +
        languages_.source + " and " + languages_.target + "?");
  }

  std::optional<weft::Lexicon> lexicon_;
  weft::LanguageRanges languages_;
  std::string learn_;
  weft::StructureNames names_;
  AlignerPool pool_;
  weft::LearntTable learnt_;
  weft::BeadWriter writer_{kId};
};

}  // namespace

WEFT_PLUGIN(
    AlignLexicon, .id = kId, .version = "0.1.0",
    .doc =
        "Aligns sentences of two languages by their words: a lexicon, and what the "
        "corpus itself teaches.",
    .threading = WEFT_REENTRANT, .flags = WEFT_CORPUS_SCOPE,
    .params = {{.name = "source",
                .type = WEFT_TYPE_LANGUAGE,
                .def = "en",
                .doc = "Language range of the view that gives the source sentences."},
               {.name = "target",
                .type = WEFT_TYPE_LANGUAGE,
                .def = "zh",
                .doc = "Language range of the view that gives the target sentences."},
               {.name = "lexicon",
                .type = WEFT_TYPE_INPUT,
                .doc = "A file that weft lexicon build made; without it words are learnt from "
                       "the texts alone."},
               {.name = "learn",
                .type = WEFT_TYPE_CHOICE,
                .def = "corpus",
                .doc = "What words are learnt from: all documents together, each document "
                       "alone, or nothing.",
                .choices = {"corpus", "document", "none"}}},
    .needs = {WEFT_SPAN_SENTENCE}, .gives = {WEFT_LINK_BEAD})
