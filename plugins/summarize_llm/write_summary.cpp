// SPDX-License-Identifier: Apache-2.0
/// Writing what a model said, each sentence beside where the document says it.
#include "write_summary.hpp"

#include <cmath>

#include "weft/summary/pick.hpp"
#include "weft/text/normalize.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr const char* kMethod = "summarize_llm";

/// Sentences behind each other, with a space but where the first ends in a wide mark.
std::string joined(const std::vector<std::string>& sentences,
                   std::vector<std::pair<std::size_t, std::size_t>>& places) {
  std::string out;
  for (const std::string& sentence : sentences) {
    std::size_t last = out.size();
    while (last > 0 && !on_border(out, --last)) {
    }
    std::size_t at = last;
    const char32_t before = out.empty() ? U'。' : next_code_point(out, at);
    const bool wide = (before >= 0x3000 && before < 0x3040) || before >= 0xFF00 || before == U'”';
    if (!wide) out += ' ';
    places.emplace_back(out.size(), out.size() + sentence.size());
    out += sentence;
  }
  return out;
}

/// The one that it is written in, whichever was asked for: text and checks go by that.
const std::string& language_of(const WrittenSummary& summary, const Wish& wish) {
  return summary.language.empty() ? wish.language : summary.language;
}

std::vector<std::string_view> shown_texts(const Body& body) {
  std::vector<std::string_view> out{body.title};
  for (const BodySentence& sentence : body.sentences)
    out.push_back(sentence.text);
  return out;
}

/// The first sentence with this wording, or 0.
weft_id place_of(const Body& body, const std::string& phrase) {
  const std::string key = comparison_key(phrase);
  for (std::size_t i = 0; i < body.sentences.size(); ++i) {
    if (comparison_key(body.sentences[i].text).find(key) != std::string::npos)
      return body.spans[i].id;
  }
  return 0;
}

}  // namespace

std::string summary_view_name(const std::string& language) {
  return "summary." + language;
}

Findings SummaryWriter::write(Document& document, const Body& body, const Wish& wish,
                              const WrittenSummary& summary, const Authorship& author) const {
  Findings findings;
  const SourceClaims source(shown_texts(body), body.lang);
  const std::string& language = language_of(summary, wish);
  const weft_id link = add_sentences(document, body, wish, summary, source, findings);
  document.set(on_link(link), method_, kMethod);
  document.set(on_link(link), model_, author.model);
  document.set(on_link(link), endpoint_, author.host);
  document.set(on_link(link), lang_, language);
  document.add(on_link(link), languages_, language);
  if (language != wish.language) {
    document.add(on_link(link), finding_, "language: " + wish.language + " / " + language);
    ++findings.open;
  }
  if (!summary.headline.empty())
    write_headline(document, body, language, summary.headline, source, findings);
  write_keyphrases(document, body, language, summary.keyphrases, source, findings);
  return findings;
}

/// The view, its sentences with evidence and findings. Returns the link over them.
weft_id SummaryWriter::add_sentences(Document& document, const Body& body, const Wish& wish,
                                     const WrittenSummary& summary, const SourceClaims& source,
                                     Findings& findings) const {
  std::vector<std::pair<std::size_t, std::size_t>> places;
  const std::string text = joined(summary.sentences, places);
  const std::string& language = language_of(summary, wish);
  const weft_id view = document.add_view(
      {.name = summary_view_name(wish.language), .text = text, .lang = language, .source = 0});
  const weft_id block = document.add_span(summary_span_, view, 0, text.size());
  const std::vector<Support> supports = find_support(body, summary.sentences);
  std::vector<weft_end> all;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t begin = places[i].first;
    const weft_id sentence = document.add_span(sentence_, view, begin, places[i].second, block);
    all.push_back({sentence, generated_});
    std::vector<weft_end> ends{{sentence, generated_}};
    for (const std::uint32_t place : supports[i].sentences)
      ends.push_back({body.spans[place].id, evidence_});
    const weft_id support = document.add_link(support_, ends, supports[i].score);
    for (const OpenClaim& claim :
         source.check(summary.sentences[i], language, findings.unchecked)) {
      const weft_id span =
          document.add_span(finding_span_, view, begin + claim.begin, begin + claim.end, sentence);
      document.set(on_span(span), finding_, claim.finding);
      document.add(on_link(support), finding_, claim.finding);
      ++findings.open;
    }
  }
  return document.add_link(summary_link_, all);
}

void SummaryWriter::write_headline(Document& document, const Body& body,
                                   const std::string& language, const std::string& headline,
                                   const SourceClaims& source, Findings& findings) const {
  const Support support = find_support(body, {headline}).front();
  Provenance from{origin_, 0, support.score};
  if (!support.sentences.empty()) from.evidence = body.spans[support.sentences.front()].id;
  document.set(Owner{}, headline_, headline, from);
  for (const OpenClaim& claim : source.check(headline, language, findings.unchecked)) {
    document.add(Owner{}, finding_, claim.finding, {headline_, 0, kNoScore});
    ++findings.open;
  }
}

/// A phrase that the document does not have is there with a confidence of 0.
void SummaryWriter::write_keyphrases(Document& document, const Body& body,
                                     const std::string& language,
                                     const std::vector<std::string>& phrases,
                                     const SourceClaims& source, Findings& findings) const {
  const bool comparable = source.comparable(language);
  for (const std::string& phrase : phrases) {
    Provenance from{origin_, 0, kNoScore};
    if (comparable) {
      from.evidence = place_of(body, phrase);
      from.confidence = source.says(phrase) ? 1 : 0;
    }
    document.add(Owner{}, keyphrase_, phrase, from);
    for (const OpenClaim& claim : source.check(phrase, language, findings.unchecked)) {
      document.add(Owner{}, finding_, claim.finding, {keyphrase_, 0, kNoScore});
      ++findings.open;
    }
  }
}

bool SummaryWriter::write_picks(Document& document, const Body& body, const Wish& wish,
                                std::string_view reason) const {
  SentenceTermReader reader;
  const Terms& terms = reader.read(body.sentences, body.title, body.language);
  const Signals signals = find_signals(terms);
  const PickBudget budget = pick_budget(wish);
  const std::vector<Pick> picks =
      pick_sentences(terms, signals, judge(terms, signals, budget.cost()), budget);
  if (picks.empty()) return false;
  std::vector<weft_end> ends;
  for (const Pick& pick : picks) {
    const weft_id span = body.spans[pick.sentence].id;
    ends.push_back({span, evidence_});
    document.set_real(on_span(span), score_, std::round(pick.score * 1e4) / 1e4);
  }
  const weft_id link = document.add_link(summary_link_, ends);
  document.set(on_link(link), method_, kMethod);
  document.set(on_link(link), fallback_, reason);
  if (!body.lang.empty()) {
    document.set(on_link(link), lang_, body.lang);
    document.add(on_link(link), languages_, body.lang);
  }
  return true;
}

void SummaryWriter::remove_picks(Document& document) const {
  for (const weft_link& link : document.links()) {
    if (link.type != summary_link_ || document.find(on_link(link.id), fallback_) == nullptr)
      continue;
    if (document.string(on_link(link.id), method_) == kMethod) document.remove_link(link.id);
  }
}

}  // namespace weft
