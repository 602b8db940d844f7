// SPDX-License-Identifier: Apache-2.0
/// Picks the sentences that stand for a document: unsupervised, for any genre and language.
#include <cmath>
#include <string>
#include <vector>

#include "joint_body.hpp"
#include "weft/plugin.hpp"
#include "weft/summary/pick.hpp"

namespace {

constexpr const char* kId = "summarize_rank";
constexpr std::uint64_t kDefaultSentences = 5;

class SummarizeRank : public weft::Summarizer {
 public:
  explicit SummarizeRank(const weft::Options& options)
      : language_(options.string("language")),
        share_(options.has("share") ? options.real("share") : 0) {
    limit(options, "sentences", budget_.sentences);
    limit(options, "words", budget_.words);
    limit(options, "characters", budget_.characters);
    budget_.overrun = options.boolean("overrun");
    const bool none = budget_.sentences == weft::PickBudget::kNoLimit &&
                      budget_.cost() == weft::Cost::kSentences && share_ <= 0;
    if (none) budget_.sentences = kDefaultSentences;
  }

  void process(weft::Document& document) override {
    const weft::JointBody joint = weft::find_joint_body(document, names_, language_);
    if (joint.items.empty()) {
      document.pass(language_.empty() ? "no body sentences" : "no body sentences in " + language_);
      return;
    }
    const weft::Body& body = joint.body;
    const weft::Terms& terms =
        reader_.read(joint.texts(document, false), body.title, body.language, by_sentences());
    document.context().check_cancelled();
    const weft::PickBudget budget = budget_for(terms);
    const weft::Signals signals = weft::find_signals(terms);
    document.context().check_cancelled();
    weft::Quality quality = weft::judge(terms, signals, budget.cost());
    if (joint.is_joint()) weft::join_quality(quality, judge_other(document, joint, budget.cost()));
    std::vector<std::uint32_t> sizes;
    for (const weft::PickItem& item : joint.items)
      sizes.push_back(static_cast<std::uint32_t>(item.sentences.size()));
    const auto picks = weft::pick_sentences(terms, signals, quality, budget, sizes);
    if (picks.empty()) {
      document.pass("no sentence fits the budget");
      return;
    }
    remove_earlier(document);
    emit(document, joint, picks, false);
    if (joint.is_joint() && language_.empty()) emit(document, joint, picks, true);
  }

 private:
  static void limit(const weft::Options& options, const char* param, std::uint64_t& value) {
    if (options.has(param)) value = static_cast<std::uint64_t>(options.integer(param));
  }

  [[nodiscard]] bool by_sentences() const {
    return share_ <= 0 && budget_.cost() == weft::Cost::kSentences;
  }

  /// The share becomes characters of this document.
  [[nodiscard]] weft::PickBudget budget_for(const weft::Terms& terms) const {
    weft::PickBudget budget = budget_;
    if (share_ <= 0) return budget;
    double characters = 0;
    for (const weft::SentenceFacts& facts : terms.sentences)
      characters += facts.characters;
    const auto allowed = static_cast<std::uint64_t>(std::floor(characters * share_ + 1e-9));
    budget.characters = std::min(budget.characters, allowed);
    return budget;
  }

  /// A summary this plugin made before gives way to the new one.
  void remove_earlier(weft::Document& document) const {
    for (const weft_link& link : document.links()) {
      if (link.type == summary_ && document.string(weft::on_link(link.id), method_) == kId)
        document.remove_link(link.id);
    }
  }

  /// What the translations say of each item's worth.
  weft::Quality judge_other(const weft::Document& document, const weft::JointBody& joint,
                            weft::Cost cost) {
    const weft::Body& other = joint.other;
    const weft::Terms& terms =
        other_reader_.read(joint.texts(document, true), other.title, other.language, false);
    return weft::judge(terms, weft::find_signals(terms), cost);
  }

  /// A link of one language. In a joint summary the links of both languages have as many items, in
  /// the same order.
  void emit(weft::Document& document, const weft::JointBody& joint,
            const std::vector<weft::Pick>& picks, bool of_other) const {
    const weft::Body& body = of_other ? joint.other : joint.body;
    std::vector<weft_end> ends;
    for (const weft::Pick& pick : picks) {
      const weft::PickItem& item = joint.items[pick.sentence];
      for (const std::uint32_t sentence : of_other ? item.other : item.sentences) {
        const weft_id span = body.spans[sentence].id;
        ends.push_back({span, evidence_});
        document.set_real(weft::on_span(span), score_, std::round(pick.score * 1e4) / 1e4);
      }
    }
    const weft_id link = document.add_link(summary_, ends);
    document.set(weft::on_link(link), method_, kId);
    if (!body.lang.empty()) document.set(weft::on_link(link), names_.body.lang, body.lang);
    const bool both = joint.is_joint() && language_.empty();
    for (const weft::Body* one : {&joint.body, &joint.other}) {
      if (!one->lang.empty() && (both || one == &joint.body))
        document.add(weft::on_link(link), languages_, one->lang);
    }
  }

  weft::JointNames names_;
  weft_id summary_ = weft::name(WEFT_LINK_SUMMARY);
  weft_id languages_ = weft::name(WEFT_KEY_LANGUAGES);
  weft_id evidence_ = weft::name(WEFT_ROLE_EVIDENCE);
  weft_id score_ = weft::name(WEFT_KEY_SCORE);
  weft_id method_ = weft::name(WEFT_KEY_METHOD);
  std::string language_;
  double share_;
  weft::PickBudget budget_;
  weft::SentenceTermReader reader_;
  weft::SentenceTermReader other_reader_;
};

}  // namespace

WEFT_PLUGIN(SummarizeRank, .id = kId, .version = "1.0.0",
            .doc = "Picks the sentences that stand for a document, within a budget",
            .params = {{.name = "sentences",
                        .type = WEFT_TYPE_INTEGER,
                        .doc = "most sentences to pick; 5 where no budget is given",
                        .unit = "sentences",
                        .min = "1"},
                       {.name = "words",
                        .type = WEFT_TYPE_INTEGER,
                        .doc = "most words; a Han or Kana character is one",
                        .unit = "words",
                        .min = "1"},
                       {.name = "characters",
                        .type = WEFT_TYPE_INTEGER,
                        .doc = "most characters, white space not counted",
                        .unit = "characters",
                        .min = "1"},
                       {.name = "share",
                        .type = WEFT_TYPE_REAL,
                        .doc = "most of the body's characters, as a share of them",
                        .min = "0.001",
                        .max = "1"},
                       {.name = "overrun",
                        .type = WEFT_TYPE_BOOL,
                        .def = "false",
                        .doc = "let the last sentence go beyond the words or characters"},
                       {.name = "language",
                        .type = WEFT_TYPE_LANGUAGE,
                        .doc = "pick sentences of this language; else that of most of the text"}},
            .needs = {WEFT_SPAN_SENTENCE},
            .gives = {WEFT_LINK_SUMMARY, WEFT_KEY_SCORE, WEFT_KEY_METHOD})
