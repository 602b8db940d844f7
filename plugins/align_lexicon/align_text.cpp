// SPDX-License-Identifier: Apache-2.0
/// Tokens, associations, anchors, search; learning in between.
#include "align_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "bead_bags.hpp"
#include "coverage.hpp"
#include "names_by_sound.hpp"
#include "weft/text/language.hpp"

namespace weft {
namespace {

constexpr int kIterations = 4;
// Alignments by which a text without a lexicon teaches itself, and one with.
constexpr int kRoundsAlone = 3;
constexpr int kRoundsWithLexicon = 1;
// Of tokens, that are counted of one text.
constexpr std::size_t kMostPairs = 10'000'000;

std::vector<double> sums_of(const TextSide& side, double scale) {
  std::vector<double> out{0.0};
  for (const std::string_view sentence : side.sentences)
    out.push_back(out.back() + scale * static_cast<double>(sentence.size()));
  return out;
}

/// The two sides' lengths on the scale in their middle.
void measure_lengths(const TextSide& source, const TextSide& target, LexicalText& text) {
  const double from = sums_of(source, 1).back();
  const double to = sums_of(target, 1).back();
  const double ratio = from > 0 && to > 0 ? to / from : 1.0;
  text.source_length = sums_of(source, std::sqrt(ratio));
  text.target_length = sums_of(target, 1 / std::sqrt(ratio));
}

/// Every so manieth bead teaches enough: all pairs of tokens in a long text's beads would take
/// longer to count than the text to align.
std::size_t beads_per_lesson(const AlignedText& aligned) {
  const auto uses = [](const TokenTable& table, std::uint32_t begin, std::uint32_t count) {
    return std::size_t{table.begin[begin + count] - table.begin[begin]};
  };
  std::size_t pairs = 0;
  for (const Bead& bead : aligned.beads)
    pairs += uses(aligned.text.source, bead.source_begin, bead.source_count) *
             uses(aligned.text.target, bead.target_begin, bead.target_count);
  return pairs / kMostPairs + 1;
}

/// What the beads of a first alignment teach.
LearntCounts learn(const AlignedText& aligned, const PriorPairs& prior, float surprise) {
  ModelOne model(aligned.given().types.size(), aligned.other().types.size(), surprise);
  for (const PriorPair& pair : prior.pairs)
    model.set_prior(pair.type, pair.other, pair.probability);
  const std::size_t every = beads_per_lesson(aligned);
  std::size_t bead = 0;
  for_each_bag(aligned, [&](const TokenBag& given, const TokenBag& other) {
    if (bead++ % every == 0) model.add(given, other);
  });
  return model.run(kIterations);
}

/// True when the lexicon's first side is the source: it is where language and side agree.
bool first_is_source(const AlignSettings& settings) {
  if (settings.lexicon == nullptr) return true;
  const std::string_view first = settings.lexicon->language(LexiconSide::kFirst);
  const std::string range(first.substr(0, first.find('-')));
  return matches_range(settings.source_language, range);
}

LexiconUse use_of(const AlignSettings& settings, bool source) {
  const bool first = first_is_source(settings) == source;
  return {settings.lexicon, first ? LexiconSide::kFirst : LexiconSide::kSecond};
}

}  // namespace

TextAligner::TextAligner(AlignSettings settings)
    : settings_(std::move(settings)),
      given_is_source_(first_is_source(settings_)),
      source_reader_(settings_.source_language, settings_.target_language, use_of(settings_, true)),
      target_reader_(settings_.target_language, settings_.source_language,
                     use_of(settings_, false)) {}

void TextAligner::read(const TextSide& source, const TextSide& target, LexicalText& out) {
  const auto with_names = [&](const TextSide& side, TokenReader& reader, TokenTable& into,
                              const TokenTable* names) {
    if (names == nullptr) {
      for (const std::string_view sentence : side.sentences)
        reader.read(sentence, into);
      return;
    }
    NamesBySound sounds(*names, *settings_.lexicon);
    for (const std::string_view sentence : side.sentences) {
      reader.read(sentence, into);
      sounds.add(sentence, into);
    }
  };
  const auto characters = [&](bool of_source) {
    const LexiconUse use = use_of(settings_, of_source);
    return use.lexicon != nullptr && use.lexicon->has_headwords(use.side);
  };
  const bool names_in_target = characters(true) && !characters(false);
  const bool names_in_source = characters(false) && !characters(true);
  if (names_in_target) {
    with_names(target, target_reader_, out.target, nullptr);
    with_names(source, source_reader_, out.source, &out.target);
  } else {
    with_names(source, source_reader_, out.source, nullptr);
    with_names(target, target_reader_, out.target, names_in_source ? &out.source : nullptr);
  }
}

LexiconUse TextAligner::given() const {
  return use_of(settings_, given_is_source_);
}

AlignedText TextAligner::align(const TextSide& source, const TextSide& target, const Lesson& lesson,
                               std::vector<TextSection> sections) {
  AlignedText out;
  out.given_is_source = given_is_source_;
  read(source, target, out.text);
  out.text.target_postings = Postings(out.text.target);
  const PriorPairs prior = find_prior_pairs(out.given(), out.other(), given());
  out.in_lexicon = prior.in_lexicon;
  out.text.source_shares = shares_of(out.text.source);
  out.text.target_shares = shares_of(out.text.target);
  out.text.source_lexical.assign(out.text.source.types.size(), settings_.weights.lexical);
  out.text.target_lexical.assign(out.text.target.types.size(), settings_.weights.lexical);
  measure_lengths(source, target, out.text);
  if (sections.empty())
    sections.push_back({0, static_cast<std::uint32_t>(source.sentences.size()), 0,
                        static_cast<std::uint32_t>(target.sentences.size())});
  const LinePrices lines(source.sentences, target.sentences, settings_.weights);
  const bool taught = lesson.learnt != nullptr && !lesson.learnt->empty();
  const bool alone = settings_.lexicon == nullptr;
  int rounds = alone ? kRoundsAlone : kRoundsWithLexicon;
  if (taught || !lesson.from_text) rounds = 0;
  LearntCounts counts =
      taught ? lesson.learnt->counts_for(out.given(), out.other()) : LearntCounts{};
  for (int round = 0; round <= rounds; ++round) {
    out.text.associations = Associations(out.given(), out.other(), prior, counts, given_is_source_);
    out.text.price_bare = round == rounds && (rounds > 0 || taught);
    SectionSearch search(out.text, {source.begins_block, target.begins_block}, lines,
                         settings_.weights);
    out.beads.clear();
    for (const TextSection& section : sections)
      search.run(section, out.beads);
    if (alone) fit_coverage(out.beads, settings_.weights.lexical, out.text);
    if (round < rounds)
      counts = learn(out, prior, alone ? ModelOne::kSurpriseAlone : 0.0F);
    else
      out.evidence = search.refine(sections, out.beads, lesson.scores);
  }
  if (lesson.scores) set_confidence(out.evidence, out.beads);
  return out;
}

}  // namespace weft
