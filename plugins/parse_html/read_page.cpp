// SPDX-License-Identifier: Apache-2.0
/// The way of a page: bytes, text, tree, blocks, types, metadata; each step is a file of its own.
#include <algorithm>

#include <weft/vocabulary.h>
#include <weft/keep.hpp>
#include <weft/offset_map.hpp>
#include <weft/text/decode.hpp>

#include "block_features.hpp"
#include "block_types.hpp"
#include "choose_metadata.hpp"
#include "main_content.hpp"
#include "page_metadata.hpp"
#include "page_profile.hpp"
#include "page_title.hpp"
#include "prologue.hpp"
#include "sniff_html.hpp"
#include "span_builder.hpp"
#include "typed_page.hpp"

namespace weft {
namespace {

class Reader {
 public:
  Reader(const Decoded& decoded, const PageOptions& options)
      : source_(decoded.text), options_(options), prologue_(read_prologue(source_)) {}

  TypedPage run() {
    const bool mixed = prologue_.end > 0;
    const HtmlTree tree =
        parse_html_tree(mixed ? hide_prologue(source_, prologue_) : std::string(source_));
    PageText page = lay_out_text(tree);
    const PageClaims claims = claims_of(tree);
    const PageProfile profile(tree, page);
    const auto features = describe_blocks(profile, {claims.document_title, claims.structured_text});
    std::vector<bool> kept(page.blocks.size(), true);
    if (options_.main_content) kept = find_main_content(profile, features);
    const std::string title = title_of(claims, page);
    const TypingInput typing{profile, kept, title, options_.main_content};
    std::vector<BlockType> types = type_blocks(typing);
    std::vector<ChosenValue> values = choose_metadata({claims, profile, types, kept, options_.uri});
    type_biographies(typing, authors_of(values), types);
    SpanBuilder builder(profile, types);
    TypedPage out;
    out.spans = builder.build();
    tell_by_pictures(out.spans);
    add_title(title, builder, out);
    for (ChosenValue& value : values)
      out.metadata.push_back({std::move(value.key), std::move(value.value), std::move(value.origin),
                              builder.span_of(value.block), value.confidence});
    add_prologue(builder, out);
    out.text = std::move(page.text);
    out.runs = std::move(page.runs);
    return out;
  }

 private:
  PageClaims claims_of(const HtmlTree& tree) const {
    PageClaims claims = collect_claims(tree);
    if (!prologue_.url.empty()) claims.add(WEFT_KEY_URL, slice(prologue_.url), "prologue", 0.95);
    return claims;
  }

  std::string title_of(const PageClaims& claims, const PageText& page) const {
    if (!prologue_.title.empty() && !page.blocks.empty())
      return std::string(page.of(page.blocks.front()));
    TitleEvidence evidence;
    double best = 0;
    for (const Claim& claim : claims.claims) {
      if (claim.key != WEFT_KEY_TITLE || claim.confidence <= best) continue;
      best = claim.confidence;
      evidence.declared_title = claim.value;
    }
    const std::string site = claimed_site(claims);
    const std::string url = claimed_url(claims);
    evidence.document_title = claims.document_title;
    evidence.heading = claims.first_heading;
    evidence.site = site;
    evidence.host = host_of(url);
    evidence.is_article = is_article(claims);
    evidence.headings = &claims.headings;
    return choose_title(evidence);
  }

  /// A story told in pictures has its text below them: without other body, or hardly any, captions
  /// are what the reader came for.
  static void tell_by_pictures(std::vector<TypedSpan>& spans) {
    constexpr std::size_t kHardlyAny = 10;  // times as much in the captions
    std::size_t body = 0;
    std::size_t captions = 0;
    for (const TypedSpan& span : spans) {
      if (span.type == WEFT_SPAN_CAPTION) captions += span.end - span.begin;
      if (span.type != WEFT_SPAN_HEADING && keep_of(span.type) == Keep::kBody)
        body += span.end - span.begin;
    }
    if (body * kHardlyAny >= captions) return;
    for (TypedSpan& span : spans)
      if (span.type == WEFT_SPAN_CAPTION) span.type = WEFT_SPAN_PARAGRAPH;
  }

  static std::vector<std::string> authors_of(const std::vector<ChosenValue>& values) {
    std::vector<std::string> authors;
    for (const ChosenValue& value : values)
      if (value.key == WEFT_KEY_AUTHOR) authors.push_back(value.value);
    return authors;
  }

  static void add_title(const std::string& title, const SpanBuilder& builder, TypedPage& out) {
    if (title.empty()) return;
    const std::uint32_t span = builder.first_of(WEFT_SPAN_TITLE);
    const bool visible = span != kNoSpan;
    out.metadata.push_back(
        {WEFT_KEY_TITLE, title, visible ? "heading" : "title", span, visible ? 0.9 : 0.7});
  }

  void add_prologue(const SpanBuilder& builder, TypedPage& out) const {
    if (!prologue_.retrieved.empty())
      out.metadata.push_back(
          {WEFT_KEY_DATE_RETRIEVED, prologue_.retrieved, "comment", kNoSpan, 0.9});
    if (prologue_.url.empty()) return;
    for (PageValue& value : out.metadata)
      if (value.key == WEFT_KEY_URL && value.origin == "prologue")
        value.evidence = builder.first_of(WEFT_SPAN_TITLE);
  }

  std::string_view slice(const TextRange& range) const {
    return source_.substr(range.begin, range.end - range.begin);
  }

  std::string_view source_;
  PageOptions options_;
  Prologue prologue_;
};

bool is_identity(const Decoded& decoded, std::string_view bytes) {
  return decoded.runs.size() == 1 && decoded.runs.front().here_unit == 1 &&
         decoded.runs.front().there_unit == 1 && decoded.runs.front().there == 0 &&
         decoded.text.size() == bytes.size();
}

// HTTP's word first (WHATWG); decode() puts byte order marks and the bytes themselves above it.
// Where the bytes are no text in what it found, the page's own word may do better.
Decoded decode_page(std::string_view bytes, std::string_view declared) {
  const std::string own = find_declared_charset(bytes);
  Decoded decoded = decode(bytes, declared.empty() ? own : std::string(declared));
  if (declared.empty() || own.empty() || decoded.repaired == 0) return decoded;
  Decoded second = decode(bytes, own);
  return second.repaired < decoded.repaired ? std::move(second) : std::move(decoded);
}

}  // namespace

TypedPage read_page(std::string_view bytes, const PageOptions& options,
                    std::string_view declared_charset) {
  const Decoded decoded = decode_page(bytes, declared_charset);
  TypedPage page = Reader(decoded, options).run();
  if (!is_identity(decoded, bytes)) page.runs = compose(page.runs, decoded.runs);
  page.encoding = decoded.encoding;
  page.repaired = decoded.repaired;
  return page;
}

}  // namespace weft
