// SPDX-License-Identifier: Apache-2.0
/// Gathers the sentences of body blocks and decides on a language.
#include "weft/summary/body_sentences.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "weft/text/language.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

using Languages = std::unordered_map<weft_id, std::string_view>;

bool is_among(weft_id type, const std::vector<weft_id>& types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

std::string primary(std::string_view tag) {
  return std::string(tag.substr(0, tag.find('-')));
}

Languages languages_of_spans(const Document& document, weft_id key) {
  Languages out;
  for (const weft_attr& attribute : document.attributes()) {
    if (attribute.owner_kind == WEFT_ON_SPAN && attribute.key == key &&
        attribute.value.kind == WEFT_VALUE_STRING) {
      out.emplace(attribute.owner, to_view(attribute.value.as.string));
    }
  }
  return out;
}

/// Its own language, or that of the nearest span around it, or the view's.
std::string_view language_of(const Document& document, const weft_span& span,
                             const Languages& languages) {
  for (const weft_span* at = &span; at != nullptr;
       at = at->parent == 0 ? nullptr : document.find_span(at->parent)) {
    const auto found = languages.find(at->id);
    if (found != languages.end()) return found->second;
  }
  return to_view(document.view(span.view - 1).lang);
}

/// The body block a sentence is in, or nullptr.
const weft_span* block_of(const Document& document, const weft_span& sentence,
                          const BodyNames& names) {
  const weft_span* block = sentence.parent == 0 ? nullptr : document.find_span(sentence.parent);
  if (block == nullptr || !is_among(block->type, names.blocks)) return nullptr;
  for (weft_id id = block->parent; id != 0;) {
    const weft_span* around = document.find_span(id);
    if (around == nullptr) break;
    if (!is_among(around->type, names.containers)) return nullptr;
    id = around->parent;
  }
  return block;
}

/// About how many words: an unspaced character of three bytes says a good half of a word, a word of
/// an alphabet takes about six bytes.
double amount_of(std::string_view text) {
  const auto points = static_cast<double>(count_code_points(text));
  const double wide = (static_cast<double>(text.size()) - points) / 2;
  return wide / 1.6 + std::max(0.0, points - wide) / 6;
}

struct Sentence {
  weft_span span;
  weft_id block = 0;
  std::string_view lang;
};

std::vector<Sentence> body_sentences(const Document& document, const BodyNames& names,
                                     std::string_view range, const Languages& languages) {
  std::vector<Sentence> out;
  for (const weft_span& span : document.spans(names.sentence)) {
    if (!document.is_leaf(span.view)) continue;
    const weft_span* block = block_of(document, span, names);
    if (block == nullptr) continue;
    const std::string_view lang = language_of(document, span, languages);
    if (!range.empty() && !matches_range(lang, range)) continue;
    out.push_back({span, block->id, lang});
  }
  return out;
}

/// The title span of that language, else any; else the metadata's title.
void find_title(const Document& document, const BodyNames& names, const Languages& languages,
                Body& body) {
  const weft_span* any = nullptr;
  for (const weft_span& span : document.spans(names.title)) {
    const weft_span* found = document.find_span(span.id);
    if (any == nullptr) any = found;
    if (primary(language_of(document, span, languages)) != body.language) continue;
    any = found;
    break;
  }
  body.title_span = any;
  body.title = any == nullptr ? document.string({}, names.metadata_title) : document.text(*any);
}

std::string decide_language(const Document& document, const BodyNames& names,
                            const std::vector<Sentence>& sentences, const Languages& languages) {
  std::map<std::string, double> amounts;
  for (const Sentence& sentence : sentences)
    amounts[primary(sentence.lang)] += amount_of(document.text(sentence.span));
  double most = 0;
  for (const auto& [language, amount] : amounts)
    most = std::max(most, amount);
  const auto strong = [&](const std::string& language) {
    const auto found = amounts.find(language);
    return found != amounts.end() && found->second >= 0.8 * most;
  };
  for (const weft_span& title : document.spans(names.title)) {
    std::string language = primary(language_of(document, title, languages));
    if (strong(language)) return language;
  }
  for (const Sentence& sentence : sentences) {
    std::string language = primary(sentence.lang);
    if (strong(language)) return language;
  }
  return {};
}

}  // namespace

Body find_body(const Document& document, const BodyNames& names, std::string_view range) {
  const Languages languages = languages_of_spans(document, names.lang);
  const std::vector<Sentence> sentences = body_sentences(document, names, range, languages);
  Body out;
  out.language = decide_language(document, names, sentences, languages);
  for (const Sentence& sentence : sentences) {
    if (primary(sentence.lang) != out.language) continue;
    if (out.sentences.empty()) out.lang = sentence.lang;
    out.sentences.push_back({document.text(sentence.span), sentence.block});
    out.spans.push_back(sentence.span);
  }
  find_title(document, names, languages, out);
  return out;
}

}  // namespace weft
