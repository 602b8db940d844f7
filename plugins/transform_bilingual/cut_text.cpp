// SPDX-License-Identifier: Apache-2.0
/// Which cut a block gets, in the light of the others.

#include "cut_text.hpp"

#include <algorithm>
#include <array>

namespace weft {
namespace {

constexpr double kMostOfBody = 0.5;
constexpr std::size_t kTermsTogether = 3;  // lines of terms that stand together
constexpr double kThirdLanguage = 0.05;    // of all words: less is a misjudged name or heading
constexpr double kThirdLanguageWords = 8;  // in a block

struct BlockCut {
  std::vector<Piece> pieces;  // empty: whole
  Cut cut = Cut::kBlock;
};

bool may_be_cut(const TextBlock& block) {
  return !block.code && block.stream != Stream::kMetadata;
}

BlockCut cut_block(const TextBlock& block, const TwoLanguages& languages, bool lines) {
  if (!may_be_cut(block)) return {};
  const bool mixed = languages.is_mixed(block.words);
  if (!mixed && (languages.differ_in_writing() || !lines)) return {};
  if (block.text.find('\n') != std::string_view::npos) {
    BlockCut out{cut_lines(block, languages), Cut::kLine};
    if (!out.pieces.empty()) return out;
  }
  if (!mixed) return {};
  BlockCut terms{cut_terms(block, languages), Cut::kTerm};
  if (!terms.pieces.empty()) return terms;
  BlockCut sentences{cut_sentences(block, languages), Cut::kSentence};
  return sentences.pieces.empty() ? BlockCut{} : sentences;
}

double words_of_body(const std::vector<TextBlock>& blocks) {
  double out = 0;
  for (const TextBlock& block : blocks)
    if (block.stream == Stream::kBody && !block.code) out += block.words.all();
  return out;
}

/// Takes back cuts by sentences where the body is not like that as a whole.
void judge_sentences(const std::vector<TextBlock>& blocks, std::vector<BlockCut>& cuts) {
  double alternating = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (cuts[i].cut == Cut::kSentence && blocks[i].stream == Stream::kBody)
      alternating += blocks[i].words.all();
  }
  if (alternating >= kMostOfBody * words_of_body(blocks)) return;
  for (BlockCut& one : cuts)
    if (one.cut == Cut::kSentence) one = {};
}

/// Takes back cuts of terms that stand alone.
void judge_terms(std::vector<BlockCut>& cuts) {
  for (std::size_t begin = 0; begin < cuts.size();) {
    std::size_t end = begin;
    std::size_t lines = 0;
    for (; end < cuts.size() && cuts[end].cut == Cut::kTerm; ++end)
      lines += cuts[end].pieces.size() / 2;
    if (lines < kTermsTogether) {
      for (std::size_t i = begin; i < end; ++i)
        cuts[i] = {};
    }
    begin = std::max(end, begin + 1);
  }
}

/// True for each language but the two that has a real share of the text.
std::map<std::string, bool> third_languages(const std::vector<TextBlock>& blocks,
                                            const TwoLanguages& languages) {
  std::map<std::string, double> words;
  double all = 0;
  for (const TextBlock& block : blocks) {
    all += block.words.all();
    if (!block.tag.empty() && languages.side_of_tag(block.tag) == kNoSide)
      words[block.tag] += block.words.all();
  }
  std::map<std::string, bool> out;
  for (const auto& [tag, count] : words)
    out[tag] = count >= kThirdLanguage * all;
  return out;
}

Piece whole_block(const TextBlock& block, const TwoLanguages& languages, bool third) {
  const std::uint32_t side = languages.side_of_tag(block.tag);
  Piece out = make_piece(block, block.span.begin, block.span.end, Cut::kBlock, side);
  out.pairs = side != kNoSide && may_be_cut(block);
  if (side == kNoSide && !(third && block.words.all() >= kThirdLanguageWords))
    out.side = languages.side_by_writing(block.words);
  return out;
}

void add_terms(CutText& out, std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i + 1 < pieces.size(); i += 2)
    out.terms.push_back({{out.pieces.size() + i}, {out.pieces.size() + i + 1}, 0});
}

}  // namespace

Piece make_piece(const TextBlock& block, std::uint32_t begin, std::uint32_t end, Cut cut,
                 std::uint32_t side) {
  const bool whole = begin == block.span.begin && end == block.span.end;
  const std::string_view text = block.text.substr(begin - block.span.begin, end - begin);
  Piece out;
  out.block = block.span;
  out.begin = begin;
  out.end = end;
  out.stream = block.stream;
  out.cut = cut;
  out.side = side;
  out.heading = block.heading;
  out.size = weight_of(whole ? block.counts : count_scripts(text));
  out.anchors = anchors_of(text);
  out.marks = marks_of(text);
  out.table = block.table;
  out.row = block.row;
  out.column = block.column;
  return out;
}

bool ends_as_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 12> kClosing = {"\"", "'",  ")",  "]",  "”", "’",
                                                         "」", "』", "）", "》", " ", "\r"};
  constexpr std::array<std::string_view, 10> kMarks = {".",  "!",  "?",  ":",  "…",
                                                       "。", "！", "？", "：", "；"};
  const auto ends_with = [&](std::string_view one) { return text.ends_with(one); };
  for (auto closing = kClosing.begin(); closing != kClosing.end();) {
    closing = std::find_if(kClosing.begin(), kClosing.end(), ends_with);
    if (closing != kClosing.end()) text.remove_suffix(closing->size());
  }
  return std::any_of(kMarks.begin(), kMarks.end(), ends_with);
}

CutText cut_text(const std::vector<TextBlock>& blocks, const TwoLanguages& languages) {
  const bool lines = lines_change_language(blocks, languages);
  std::vector<BlockCut> cuts;
  cuts.reserve(blocks.size());
  for (const TextBlock& block : blocks)
    cuts.push_back(cut_block(block, languages, lines));
  judge_sentences(blocks, cuts);
  judge_terms(cuts);
  std::map<std::string, bool> third = third_languages(blocks, languages);
  CutText out;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (cuts[i].pieces.empty()) {
      out.pieces.push_back(whole_block(blocks[i], languages, third[blocks[i].tag]));
      continue;
    }
    if (cuts[i].cut == Cut::kTerm) add_terms(out, cuts[i].pieces);
    std::move(cuts[i].pieces.begin(), cuts[i].pieces.end(), std::back_inserter(out.pieces));
  }
  return out;
}

}  // namespace weft
