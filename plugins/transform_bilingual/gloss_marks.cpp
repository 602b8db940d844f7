// SPDX-License-Identifier: Apache-2.0
/// A gloss is a pair of terms inside one text, so nothing is moved: it is only marked.

#include "gloss_marks.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "find_glosses.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"
#include "weft/vocabulary.h"

namespace weft {
namespace {

/// The tag of a Chinese term by its own characters, or by those of the text around it.
const char* chinese_tag(std::string_view term, std::string_view around) {
  HanForm form = vote_han_form(count_scripts(term));
  if (form == HanForm::kUnknown) form = vote_han_form(count_scripts(around));
  if (form == HanForm::kUnknown) return "zh";
  return form == HanForm::kSimplified ? "zh-Hans" : "zh-Hant";
}

}  // namespace

GlossMarks::GlossMarks(const BlockNames& names)
    : names_(names),
      gloss_(name(WEFT_LINK_GLOSS)),
      source_(name(WEFT_ROLE_SOURCE)),
      target_(name(WEFT_ROLE_TARGET)),
      method_(name(WEFT_KEY_METHOD)) {}

bool GlossMarks::looks_at(weft_id type) const {
  const Stream* stream = names_.stream_of(type);
  return stream != nullptr && *stream != Stream::kMetadata && type != names_.code;
}

bool GlossMarks::has_marks(const Document& document) const {
  for (const weft_link& link : document.links())
    if (link.type == gloss_) return true;
  return false;
}

std::size_t GlossMarks::mark(Document& document, std::string_view text,
                             const GlossPlace& place) const {
  const std::vector<Gloss> found = find_glosses(text);
  for (const Gloss& gloss : found) {
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
      const weft_id span = document.add_span(gloss_, place.view, place.begin + begin,
                                             place.begin + end, place.block);
      const std::string_view words = text.substr(begin, end - begin);
      if (count_scripts(words)[Script::kHan] > 0) {
        // The text around is cut to stay linear where a block is all glosses.
        constexpr std::size_t kAround = 400;
        std::size_t from = begin > kAround ? begin - kAround : 0;
        std::size_t to = std::min(text.size(), end + kAround);
        while (!on_border(text, from))
          ++from;
        while (!on_border(text, to))
          --to;
        document.set(on_span(span), names_.lang, chinese_tag(words, text.substr(from, to - from)));
      }
      return span;
    };
    const weft_id term = add(gloss.term_begin, gloss.term_end);
    const std::array<weft_end, 2> ends{{{term, source_}, {add(gloss.begin, gloss.end), target_}}};
    document.set(on_link(document.add_link(gloss_, ends)), method_, "transform_bilingual");
  }
  return found.size();
}

std::size_t GlossMarks::mark_view(Document& document, const weft_view& view) const {
  std::vector<weft_span> blocks;
  for (const weft_span& span : document.spans())
    if (span.view == view.id && names_.stream_of(span.type) != nullptr) blocks.push_back(span);
  Document::sort_in_text_order(blocks);
  std::size_t count = 0;
  std::uint32_t reached = 0;
  for (const weft_span& block : blocks) {
    if (block.begin < reached) continue;
    reached = block.end;
    if (looks_at(block.type))
      count += mark(document, document.text(block), {view.id, block.id, block.begin});
  }
  return count;
}

}  // namespace weft
