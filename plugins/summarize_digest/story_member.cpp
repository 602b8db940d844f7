// SPDX-License-Identifier: Apache-2.0
/// Reading the members of a story.
#include "story_member.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "weft/figures/read_figures.hpp"
#include "weft/text/normalize.hpp"

namespace weft {
namespace {

std::string values_of(const Document& document, weft_id key) {
  std::string out;
  for (const weft_attr& attr : document.attributes()) {
    if (attr.owner_kind != WEFT_ON_DOCUMENT || attr.key != key ||
        attr.value.kind != WEFT_VALUE_STRING)
      continue;
    out += (out.empty() ? "" : ", ") + in_one_line(to_view(attr.value.as.string));
  }
  return out;
}

void make_set(std::vector<std::uint64_t>& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

std::vector<std::uint64_t> keys_of(const std::vector<StoryTerm>& terms) {
  std::vector<std::uint64_t> out;
  for (const StoryTerm& term : terms)
    out.push_back(term.key);
  make_set(out);
  return out;
}

}  // namespace

std::string in_one_line(std::string_view text) {
  return fold_space(clean_for_xml(text).text);
}

StoryMember describe_member(const Document& document, const MemberNames& names) {
  StoryMember out;
  out.document = &document;
  out.title = values_of(document, names.body.metadata_title);
  out.who = values_of(document, names.publisher);
  if (out.who.empty()) out.who = values_of(document, names.site);
  const std::string authors = values_of(document, names.author);
  if (!authors.empty()) out.who += (out.who.empty() ? "" : ", ") + authors;
  out.published = std::string(document.string({}, names.published));
  return out;
}

void read_sentences(StoryMember& member, const MemberNames& names, std::string_view language,
                    StoryTerms& terms) {
  Body body = find_body(*member.document, names.body, language);
  if (body.sentences.empty()) body = find_body(*member.document, names.body, {});
  member.language = body.lang;
  if (member.title.empty()) member.title = in_one_line(body.title);
  std::vector<StoryTerm> found;
  for (std::size_t i = 0; i < body.sentences.size(); ++i) {
    StorySentence& sentence = member.sentences.emplace_back();
    sentence.text = body.sentences[i].text;
    sentence.span = body.spans[i];
    found.clear();
    terms.read(sentence.text, body.language, found);
    sentence.terms = keys_of(found);
    read_figures(sentence.text, body.language, sentence.figures);
  }
  found.clear();
  terms.read(member.title, body.language, found);
  member.title_terms = keys_of(found);
}

void weigh_sentences(std::vector<StoryMember>& members) {
  constexpr double kShort = 6;  // terms: a sentence of fewer says little, however central they are
  std::unordered_map<std::uint64_t, std::uint32_t> holders;
  for (const StoryMember& member : members) {
    std::vector<std::uint64_t> own = member.title_terms;
    for (const StorySentence& sentence : member.sentences)
      own.insert(own.end(), sentence.terms.begin(), sentence.terms.end());
    make_set(own);
    for (const std::uint64_t term : own)
      ++holders[term];
  }
  const auto weight = [&](const std::vector<std::uint64_t>& terms) {
    double sum = 0;
    for (const std::uint64_t term : terms)
      sum += std::log(static_cast<double>(holders.at(term)));
    return sum / std::sqrt(static_cast<double>(terms.size()) + kShort);
  };
  for (StoryMember& member : members) {
    member.title_weight = weight(member.title_terms);
    for (StorySentence& sentence : member.sentences)
      sentence.weight = weight(sentence.terms);
  }
}

std::string place_of(const Document& document, const weft_span& span) {
  const SourceRange range = document.trace(span);
  std::string out;
  if (range.source == 0) {
    out = std::string(to_view(document.view(span.view - 1).name)) + ":" +
          std::to_string(span.begin) + "-" + std::to_string(span.end);
  } else {
    out = range.source == 1 ? "source" : "source-" + std::to_string(range.source);
    out += ":" + std::to_string(range.begin) + "-" + std::to_string(range.end);
  }
  return out + " " + std::string(document.id());
}

}  // namespace weft
