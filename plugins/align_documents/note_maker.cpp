// SPDX-License-Identifier: Apache-2.0
/// Reading what pairing needs out of a document.
#include "note_maker.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "url_key.hpp"
#include "weft/text/language.hpp"
#include "weft/text/wording_sketch.hpp"

namespace weft {
namespace {

std::uint64_t hash(std::string_view text) {
  return text.empty() ? 0 : std::max<std::uint64_t>(1, XXH3_64bits(text.data(), text.size()));
}

bool is_unsaid(std::string_view lang) {
  return lang.empty() || lang == "und" || lang == "mul";
}

bool knows_alphabets(const std::vector<std::string>& ranges) {
  return std::count_if(ranges.begin(), ranges.end(),
                       [](const std::string& range) { return !is_wide_language(range); }) >= 2;
}

}  // namespace

/// The blocks pairing looks at, in text order.
struct NoteMaker::Body {
  struct Block {
    std::string_view text;
    std::string_view lang;  ///< as an earlier stage said, or empty
  };
  std::vector<Block> blocks;
  std::size_t bytes = 0;
};

NoteMaker::NoteMaker(std::vector<std::string> ranges, NoteParts parts, const Lexicon* lexicon)
    : ranges_(std::move(ranges)), parts_(parts), features_(knows_alphabets(ranges_), lexicon) {
  for (const char* type : {WEFT_SPAN_TITLE, WEFT_SPAN_DECK, WEFT_SPAN_PARAGRAPH, WEFT_SPAN_HEADING,
                           WEFT_SPAN_LIST_ITEM, WEFT_SPAN_QUOTE, WEFT_SPAN_TABLE_CELL,
                           WEFT_SPAN_CAPTION, WEFT_SPAN_FOOTNOTE})
    block_types_.insert(name(type));
}

DocumentNote NoteMaker::make(const Document& document) {
  DocumentNote note;
  if (parts_.links) read_links(document, note);
  if (!document.string({}, layout_).empty()) {
    note.standing = Standing::kJoined;
    return note;
  }
  const Body body = body_of(document);
  note.bytes = static_cast<std::uint32_t>(body.bytes);
  note.blocks = static_cast<std::uint32_t>(body.blocks.size());
  find_language(body, note);
  if (note.standing != Standing::kOneLanguage) return note;
  std::vector<std::string_view> texts;
  for (const Body::Block& block : body.blocks)
    texts.push_back(block.text);
  note.sketch = sketch_of(texts);
  if (!parts_.content) return note;
  FeatureList read = features_.read(texts, note.language);
  note.features = std::move(read.features);
  note.sentences = read.sentences;
  return note;
}

NoteMaker::Body NoteMaker::body_of(const Document& document) const {
  Body out;
  std::vector<weft_span> spans;
  for (const weft_span& span : document.spans()) {
    if (block_types_.count(span.type) != 0 && document.is_leaf(span.view)) spans.push_back(span);
  }
  Document::sort_in_text_order(spans);
  std::unordered_map<weft_id, std::string_view> langs;
  for (const weft_attr& attr : document.attributes()) {
    if (attr.owner_kind == WEFT_ON_SPAN && attr.key == lang_ &&
        attr.value.kind == WEFT_VALUE_STRING)
      langs.emplace(attr.owner, to_view(attr.value.as.string));
  }
  const auto add = [&](std::string_view text, std::string_view lang) {
    out.blocks.push_back({text, lang});
    out.bytes += text.size();
  };
  weft_span last{};
  for (const weft_span& span : spans) {
    // A quote's paragraphs are blocks inside a block.
    if (span.view == last.view && span.begin < last.end) continue;
    const auto said = langs.find(span.id);
    const std::string_view lang =
        said != langs.end() ? said->second : to_view(document.view(span.view - 1).lang);
    add(document.text(span), is_unsaid(lang) ? std::string_view{} : lang);
    last = span;
  }
  for (std::size_t i = 0; spans.empty() && i < document.view_count(); ++i) {
    const weft_view& view = document.view(i);
    const std::string_view lang = to_view(view.lang);
    if (document.is_leaf(view.id))
      add(to_view(view.text), is_unsaid(lang) ? std::string_view{} : lang);
  }
  return out;
}

/// By bytes of blocks whose language is known or, where none is, of up to 24 over the whole text.
void NoteMaker::find_language(const Body& body, DocumentNote& note) const {
  constexpr std::size_t kAsked = 24;
  constexpr double kSecond = 0.25;  // of the text in another of the languages: a bilingual text
  std::map<std::string, double, std::less<>> bytes;
  const std::size_t step = 1 + body.blocks.size() / kAsked;
  for (std::size_t i = 0; i < body.blocks.size(); ++i) {
    const Body::Block& block = body.blocks[i];
    const auto size = static_cast<double>(block.text.size());
    if (!block.lang.empty()) {
      bytes[std::string(block.lang)] += size;
    } else if (i % step == 0) {
      const std::string tag = guess_language(block.text).tag;
      if (tag != "und") bytes[tag] += size * static_cast<double>(step);
    }
  }
  std::vector<double> of_range(ranges_.size() + 1);
  std::vector<std::pair<double, std::string>> best(ranges_.size() + 1);
  double all = 0;
  for (const auto& [tag, size] : bytes) {
    const std::size_t range = std::min<std::size_t>(range_of(tag), ranges_.size());
    of_range[range] += size;
    all += size;
    if (size > best[range].first) best[range] = {size, tag};
  }
  if (all == 0) return;
  const auto largest = std::max_element(of_range.begin(), of_range.end());
  const auto range = static_cast<std::size_t>(largest - of_range.begin());
  note.language = best[range].second;
  note.standing = Standing::kOtherLanguage;
  if (range == ranges_.size()) return;
  note.range = static_cast<std::uint8_t>(range);
  note.standing = Standing::kOneLanguage;
  for (std::size_t other = 0; other < ranges_.size(); ++other)
    if (other != range && of_range[other] >= kSecond * all) note.standing = Standing::kSeveral;
}

void NoteMaker::read_links(const Document& document, DocumentNote& note) const {
  constexpr std::size_t kMostClaims = 64;
  std::string own(document.string({}, url_));
  // A mirror of a site on disk has its addresses as paths.
  const std::string_view path = document.id().substr(0, document.id().find('#'));
  if (own.empty() && path.find('/') != std::string_view::npos) own = path;
  note.address = hash(url_key(own));
  const NeutralUrl neutral = neutral_url(own, ranges_);
  note.neutral = hash(neutral.key);
  note.marked = neutral.range != ranges_.size();
  for (const weft_attr& attr : document.attributes()) {
    if (attr.owner_kind != WEFT_ON_DOCUMENT || attr.value.kind != WEFT_VALUE_STRING) continue;
    if (attr.key != alternate_ && attr.key != translation_of_) continue;
    if (note.claims.size() == kMostClaims) break;
    std::string_view value = to_view(attr.value.as.string);
    Claim claim{0, kNoRange, attr.key == translation_of_};
    const std::size_t space = value.find(' ');
    if (!claim.original && space != std::string_view::npos) {
      claim.range = range_of(value.substr(0, space));
      value.remove_prefix(space + 1);
    }
    claim.address = hash(url_key(value));
    if (claim.address != 0 && claim.address != note.address) note.claims.push_back(claim);
  }
}

std::uint8_t NoteMaker::range_of(std::string_view tag) const {
  for (std::size_t i = 0; i < ranges_.size() && i < kNoRange; ++i)
    if (matches_range(tag, ranges_[i])) return static_cast<std::uint8_t>(i);
  return kNoRange;
}

}  // namespace weft
