// SPDX-License-Identifier: Apache-2.0
/// Key phrases, key figures and a headline, each with its place in the text.
#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "headline.hpp"
#include "key_figures.hpp"
#include "weft/plugin.hpp"
#include "weft/summary/body_sentences.hpp"

namespace {

constexpr const char* kId = "summarize_keyphrases";
constexpr std::size_t kPhrasesOfHeadlines = 12;

double rounded(double score) {
  return std::round(score * 1e4) / 1e4;
}

class SummarizeKeyphrases : public weft::Summarizer {
 public:
  explicit SummarizeKeyphrases(const weft::Options& options)
      : language_(options.string("language")),
        headline_mode_(options.string("headline")),
        most_phrases_(static_cast<std::size_t>(options.integer("keyphrases"))),
        most_figures_(static_cast<std::size_t>(options.integer("figures"))) {}

  void process(weft::Document& document) override {
    const weft::Body body = weft::find_body(document, names_, language_);
    if (body.sentences.empty()) {
      document.pass(language_.empty() ? "no body sentences" : "no body sentences in " + language_);
      return;
    }
    Reading reading = read(body);
    document.context().check_cancelled();
    remove_earlier(document);
    write_phrases(document, body, reading);
    write_figures(document, body, reading);
    const bool untitled = body.title.empty();
    if (headline_mode_ == "always" || (headline_mode_ == "missing" && untitled))
      write_headline(document, body, reading);
  }

 private:
  struct Reading {
    std::vector<std::string_view> sentences;
    std::uint32_t before = 0;  ///< parts before the sentences: the title
    weft::Units units;
    std::vector<weft::RankedPhrase> phrases;
  };

  Reading read(const weft::Body& body) {
    Reading out;
    std::vector<std::string_view> texts;
    if (!body.title.empty()) texts.push_back(body.title);
    out.before = static_cast<std::uint32_t>(texts.size());
    for (const weft::BodySentence& sentence : body.sentences) {
      texts.push_back(sentence.text);
      out.sentences.push_back(sentence.text);
    }
    auto& reader = readers_[body.language];
    if (reader == nullptr) reader = std::make_unique<weft::UnitReader>(body.language);
    out.units = reader->read(texts);
    std::uint32_t title_units = 0;
    while (title_units < out.units.all.size() && out.units.all[title_units].part < out.before)
      ++title_units;
    out.phrases = weft::rank_phrases(out.units, weft::mine_phrases(out.units, title_units),
                                     std::max(most_phrases_, kPhrasesOfHeadlines));
    return out;
  }

  /// What this plugin said before gives way.
  void remove_earlier(weft::Document& document) const {
    for (const weft_span& span : document.spans()) {
      if (span.type == keyphrase_ || span.type == key_figure_) document.remove_span(span.id);
    }
    for (const weft_id key : {keyphrase_, key_figure_, headline_})
      document.clear({}, key);
  }

  /// The phrase as the text has it; where it stands in the body first, or else in the title.
  void write_phrases(weft::Document& document, const weft::Body& body, const Reading& reading) {
    const auto& units = reading.units.all;
    for (std::size_t k = 0; k < std::min(most_phrases_, reading.phrases.size()); ++k) {
      const weft::Phrase& phrase = reading.phrases[k].phrase;
      const std::size_t first = place_of(reading, phrase);
      const weft::Unit& begin = units[first];
      const weft::Unit& end = units[first + phrase.length - 1];
      const double score = rounded(reading.phrases[k].score);
      const weft_span* around =
          begin.part < reading.before ? body.title_span : &body.spans[begin.part - reading.before];
      const std::string_view text =
          begin.part < reading.before ? body.title : reading.sentences[begin.part - reading.before];
      weft_id span = 0;
      if (around != nullptr) {
        span = document.add_span(keyphrase_, around->view, around->begin + begin.begin,
                                 around->begin + end.end, around->id);
        document.set_real(weft::on_span(span), score_, score);
        document.set(weft::on_span(span), count_, std::int64_t{phrase.count});
      }
      document.add({}, keyphrase_, text.substr(begin.begin, end.end - begin.begin),
                   {origin_, span, score});
    }
  }
  /// The unit where it begins: not at the beginning of a sentence if there is another place, since
  /// a capital there says nothing.
  static std::size_t place_of(const Reading& reading, const weft::Phrase& phrase) {
    const auto& units = reading.units.all;
    std::size_t in_title = units.size();
    std::size_t in_body = units.size();
    for (std::size_t i = phrase.first; i + phrase.length <= units.size(); ++i) {
      std::uint32_t n = 0;
      while (n < phrase.length && units[i + n].id == units[phrase.first + n].id)
        ++n;
      if (n < phrase.length || units[i].part != units[i + n - 1].part) continue;
      if (units[i].part < reading.before) {
        in_title = std::min(in_title, i);
        continue;
      }
      if (in_body == units.size()) in_body = i;
      if (units[i].alone != 0 || units[i].begin > 0) return i;
    }
    return in_body < units.size() ? in_body : in_title;
  }

  /// By sentence: the share of the key phrases' scores that it has.
  static std::vector<double> worth_of(const Reading& reading) {
    std::vector<double> out(reading.sentences.size(), 0);
    const auto& units = reading.units.all;
    double best = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (units[i].part < reading.before) continue;
      for (const weft::RankedPhrase& ranked : reading.phrases) {
        const weft::Phrase& phrase = ranked.phrase;
        std::uint32_t n = 0;
        while (n < phrase.length && i + n < units.size() &&
               units[i + n].id == units[phrase.first + n].id)
          ++n;
        double& worth = out[units[i].part - reading.before];
        if (n == phrase.length) worth += ranked.score;
        best = std::max(best, worth);
      }
    }
    for (std::size_t i = 0; i < out.size() && best > 0; ++i)
      out[i] = 0.7 * out[i] / best + 0.3 / (1 + static_cast<double>(i));
    return out;
  }

  void write_figures(weft::Document& document, const weft::Body& body, const Reading& reading) {
    if (most_figures_ == 0) return;
    const std::vector<double> worth = worth_of(reading);
    for (const weft::KeyFigure& figure :
         weft::find_key_figures(reading.sentences, worth, body.lang, most_figures_)) {
      const weft_span& sentence = body.spans[figure.sentence];
      const double score = rounded(figure.score);
      const weft_id span =
          document.add_span(key_figure_, sentence.view, sentence.begin + figure.at.begin,
                            sentence.begin + figure.at.end, sentence.id);
      document.set(weft::on_span(span), canonical_, figure.canonical);
      document.set_real(weft::on_span(span), score_, score);
      const weft::Clause& context = figure.context;
      document.add(
          {}, key_figure_,
          reading.sentences[figure.sentence].substr(context.begin, context.end - context.begin),
          {origin_, span, score});
    }
  }

  void write_headline(weft::Document& document, const weft::Body& body, const Reading& reading) {
    const auto headline =
        weft::suggest_headline(reading.sentences, reading.units, reading.before, reading.phrases);
    if (!headline) return;
    const weft::Clause& at = headline->clause;
    document.set({}, headline_,
                 reading.sentences[headline->sentence].substr(at.begin, at.end - at.begin),
                 {origin_, body.spans[headline->sentence].id, rounded(headline->score)});
  }

  weft::BodyNames names_;
  weft_id keyphrase_ = weft::name(WEFT_SPAN_KEYPHRASE);
  weft_id key_figure_ = weft::name(WEFT_SPAN_KEY_FIGURE);
  weft_id headline_ = weft::name(WEFT_KEY_HEADLINE);
  weft_id canonical_ = weft::name(WEFT_KEY_CANONICAL);
  weft_id count_ = weft::name(WEFT_KEY_COUNT);
  weft_id score_ = weft::name(WEFT_KEY_SCORE);
  weft_id origin_ = weft::name(kId);
  std::string language_;
  std::string headline_mode_;
  std::size_t most_phrases_;
  std::size_t most_figures_;
  std::map<std::string, std::unique_ptr<weft::UnitReader>> readers_;  ///< by language
};

}  // namespace

WEFT_PLUGIN(SummarizeKeyphrases, .id = kId, .version = "1.0.0",
            .doc = "Key phrases, key figures and a headline, each traced to its place",
            .params = {{.name = "keyphrases",
                        .type = WEFT_TYPE_INTEGER,
                        .def = "8",
                        .doc = "most key phrases",
                        .min = "0",
                        .max = "100"},
                       {.name = "figures",
                        .type = WEFT_TYPE_INTEGER,
                        .def = "5",
                        .doc = "most key figures",
                        .min = "0",
                        .max = "100"},
                       {.name = "headline",
                        .type = WEFT_TYPE_CHOICE,
                        .def = "missing",
                        .doc = "when to suggest a headline; missing: where there is no title",
                        .choices = {"missing", "always", "never"}},
                       {.name = "language",
                        .type = WEFT_TYPE_LANGUAGE,
                        .doc = "read sentences of this language; else that of most of the text"}},
            .needs = {WEFT_SPAN_SENTENCE},
            .gives = {WEFT_SPAN_KEYPHRASE, WEFT_SPAN_KEY_FIGURE, WEFT_KEY_HEADLINE})
