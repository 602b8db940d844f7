// SPDX-License-Identifier: Apache-2.0
/// Blocks to parts and units: outermost blocks first, lines where a block mixes languages.

#include "bilingual_units.hpp"

#include <algorithm>

#include "weft/text/language.hpp"
#include "weft/vocabulary.h"

namespace weft {
namespace {

constexpr double kLeastShare = 0.2;  // of the words, for the second language

struct Guess {
  Part part;
  std::string tag;
  double words = 0;
};

double words_of(const ScriptCounts& counts) {
  const double wide =
      static_cast<double>(counts[Script::kHan] + counts.kana() + counts[Script::kHangul]);
  return wide / 1.6 + (static_cast<double>(counts.letters()) - wide) / 5;
}

/// Different primary languages: two forms of Chinese do not make a bilingual text.
std::string primary(const std::string& tag) {
  return tag.substr(0, tag.find('-'));
}

Guess guess_part(const Part& part, std::string_view text) {
  const ScriptCounts counts = count_scripts(text);
  Guess out{part, guess_language(text, counts).tag, words_of(counts)};
  if (out.tag == "und") out.tag.clear();
  return out;
}

/// The lines of a block as parts of one language each; one part when they agree.
std::vector<Guess> guess_lines(const weft_span& block, std::string_view text) {
  std::vector<Guess> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      Part part{block, block.begin + static_cast<std::uint32_t>(begin),
                block.begin + static_cast<std::uint32_t>(end)};
      Guess guess = guess_part(part, line);
      const bool joins = !out.empty() && (guess.tag.empty() || out.back().tag.empty() ||
                                          primary(guess.tag) == primary(out.back().tag));
      if (joins) {
        out.back().part.end = part.end;
        out.back().words += guess.words;
        if (out.back().tag.empty()) out.back().tag = guess.tag;
      } else {
        out.push_back(std::move(guess));
      }
    }
    begin = end + 1;
  }
  return out;
}

std::vector<weft_span> outermost_blocks(const Document& document, weft_id view,
                                        const UnitTypes& types) {
  std::vector<weft_span> blocks;
  for (const weft_span& span : document.spans()) {
    if (span.view == view && types.stream_of(span.type) != nullptr) blocks.push_back(span);
  }
  Document::sort_in_text_order(blocks);
  std::uint32_t reached = 0;
  std::erase_if(blocks, [&](const weft_span& block) {
    const bool inside = block.begin < reached;
    reached = std::max(reached, block.end);
    return inside;
  });
  return blocks;
}

/// Every outermost block with its language: the one it is known to be in, or a guess by lines.
std::vector<Guess> guess_blocks(const Document& document, weft_id view, const UnitTypes& types,
                                weft_id lang) {
  std::map<weft_id, std::string_view> known;
  for (const weft_attr& attr : document.attributes()) {
    if (attr.owner_kind == WEFT_ON_SPAN && attr.key == lang && attr.value.kind == WEFT_VALUE_STRING)
      known[attr.owner] = to_view(attr.value.as.string);
  }
  std::vector<Guess> out;
  for (const weft_span& block : outermost_blocks(document, view, types)) {
    const std::string_view text = document.text(block);
    const std::string tag(known.count(block.id) != 0 ? known[block.id] : std::string_view{});
    std::vector<Guess> parts;
    if (tag.empty() || text.find('\n') != std::string_view::npos) parts = guess_lines(block, text);
    if (parts.size() > 1) {
      std::move(parts.begin(), parts.end(), std::back_inserter(out));
      continue;
    }
    const Part whole{block, block.begin, block.end};
    out.push_back(tag.empty() ? guess_part(whole, text)
                              : Guess{whole, tag, words_of(count_scripts(text))});
  }
  return out;
}

/// The two languages with most words; empty when there are no two with a real share.
std::vector<std::string> two_languages(const std::vector<Guess>& guesses) {
  std::map<std::string, double> by_primary;
  std::map<std::string, double> by_tag;
  double all = 0;
  for (const Guess& guess : guesses) {
    if (guess.tag.empty()) continue;
    by_primary[primary(guess.tag)] += guess.words;
    by_tag[guess.tag] += guess.words;
    all += guess.words;
  }
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [tag, words] : by_primary)
    ranked.emplace_back(-words, tag);
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() < 2 || -ranked[1].first < kLeastShare * all) return {};
  std::vector<std::string> out;
  for (std::size_t i = 0; i < 2; ++i) {
    std::string best;
    for (const auto& [tag, words] : by_tag) {
      if (primary(tag) == ranked[i].second && (best.empty() || words > by_tag[best])) best = tag;
    }
    out.push_back(best);
  }
  return out;
}

bool has_east_asian(std::string_view text) {
  const ScriptCounts counts = count_scripts(text);
  return counts[Script::kHan] + counts.kana() + counts[Script::kHangul] > 0;
}

bool is_east_asian(const std::string& tag) {
  const std::string language = primary(tag);
  return language == "zh" || language == "ja" || language == "ko";
}

/// Where a part goes that no language claims: by its script.
std::uint32_t side_by_script(std::string_view text, const std::vector<std::string>& languages) {
  const bool wide = has_east_asian(text);
  if (is_east_asian(languages[1]) == wide && is_east_asian(languages[0]) != wide) return 1;
  return 0;
}

}  // namespace

UnitTypes::UnitTypes() : heading_(name(WEFT_SPAN_HEADING)) {
  for (const char* type : {WEFT_SPAN_TITLE, WEFT_SPAN_DECK})
    streams_[name(type)] = Stream::kHead;
  for (const char* type : {WEFT_SPAN_PARAGRAPH, WEFT_SPAN_HEADING, WEFT_SPAN_LIST_ITEM,
                           WEFT_SPAN_QUOTE, WEFT_SPAN_TABLE_CELL, WEFT_SPAN_CODE})
    streams_[name(type)] = Stream::kBody;
  for (const char* type : {WEFT_SPAN_CAPTION, WEFT_SPAN_BIO, WEFT_SPAN_FOOTNOTE})
    streams_[name(type)] = Stream::kBeside;
  for (const char* type :
       {WEFT_SPAN_BYLINE, WEFT_SPAN_DATE, WEFT_SPAN_SOURCE, WEFT_SPAN_TRANSLATOR, WEFT_SPAN_CREDIT})
    streams_[name(type)] = Stream::kMetadata;
}

const Stream* UnitTypes::stream_of(weft_id type) const {
  const auto found = streams_.find(type);
  return found == streams_.end() ? nullptr : &found->second;
}

MixedText read_mixed_text(const Document& document, weft_id view, const UnitTypes& types,
                          weft_id lang) {
  const std::vector<Guess> guesses = guess_blocks(document, view, types, lang);
  MixedText out;
  out.languages = two_languages(guesses);
  if (out.languages.empty()) return out;
  const std::string_view all = to_view(document.view(view - 1).text);
  for (const Guess& guess : guesses) {
    Part part = guess.part;
    const std::string_view text = all.substr(part.begin, part.end - part.begin);
    const bool first = !guess.tag.empty() && primary(guess.tag) == primary(out.languages[0]);
    const bool second = !guess.tag.empty() && primary(guess.tag) == primary(out.languages[1]);
    part.side = first ? 0 : second ? 1 : side_by_script(text, out.languages);
    const Stream stream = *types.stream_of(part.block.type);
    if ((first || second) && stream != Stream::kMetadata) {
      out.unit_part.push_back(out.parts.size());
      out.units.push_back({stream, part.side, static_cast<double>(text.size()),
                           types.is_heading(part.block.type), anchors_of(text)});
    }
    out.parts.push_back(part);
  }
  return out;
}

}  // namespace weft
