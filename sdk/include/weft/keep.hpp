// SPDX-License-Identifier: Apache-2.0
/// What a block is to a reader: the text itself, about it, beside it, or not content.
#pragma once

#include <array>
#include <string_view>

#include "weft/vocabulary.h"

namespace weft {

/// The class of a span type; the column "keep" of sdk/VOCABULARY.md.
enum class Keep { kBody, kMeta, kAux, kDrop, kContainer, kSentence, kOther };

/// A span type of the vocabulary and its class.
struct KeepOfType {
  std::string_view type;
  Keep keep;
};

/// Every span type of the vocabulary that has a class, in the vocabulary's order.
inline constexpr std::array kKeepOfTypes{
    KeepOfType{WEFT_SPAN_TITLE, Keep::kMeta},        KeepOfType{WEFT_SPAN_DECK, Keep::kMeta},
    KeepOfType{WEFT_SPAN_BYLINE, Keep::kMeta},       KeepOfType{WEFT_SPAN_DATE, Keep::kMeta},
    KeepOfType{WEFT_SPAN_SOURCE, Keep::kMeta},       KeepOfType{WEFT_SPAN_TRANSLATOR, Keep::kMeta},
    KeepOfType{WEFT_SPAN_PARAGRAPH, Keep::kBody},    KeepOfType{WEFT_SPAN_HEADING, Keep::kBody},
    KeepOfType{WEFT_SPAN_LIST_ITEM, Keep::kBody},    KeepOfType{WEFT_SPAN_QUOTE, Keep::kBody},
    KeepOfType{WEFT_SPAN_TABLE_CELL, Keep::kBody},   KeepOfType{WEFT_SPAN_CODE, Keep::kBody},
    KeepOfType{WEFT_SPAN_CAPTION, Keep::kAux},       KeepOfType{WEFT_SPAN_CREDIT, Keep::kAux},
    KeepOfType{WEFT_SPAN_BIO, Keep::kAux},           KeepOfType{WEFT_SPAN_FOOTNOTE, Keep::kAux},
    KeepOfType{WEFT_SPAN_BOILERPLATE, Keep::kDrop},  KeepOfType{WEFT_SPAN_FIGURE, Keep::kContainer},
    KeepOfType{WEFT_SPAN_LIST, Keep::kContainer},    KeepOfType{WEFT_SPAN_TABLE, Keep::kContainer},
    KeepOfType{WEFT_SPAN_SENTENCE, Keep::kSentence},
};

/// The class of a span type by its name; kOther for parts of blocks but sentences, and for types
/// the vocabulary does not have. Pure.
constexpr Keep keep_of(std::string_view type) {
  for (const KeepOfType& each : kKeepOfTypes)
    if (each.type == type) return each.keep;
  return Keep::kOther;
}

/// "body", "meta", "aux", "drop", "container"; empty for sentences and others.
constexpr std::string_view keep_name(Keep keep) {
  switch (keep) {
    case Keep::kBody:
      return "body";
    case Keep::kMeta:
      return "meta";
    case Keep::kAux:
      return "aux";
    case Keep::kDrop:
      return "drop";
    case Keep::kContainer:
      return "container";
    case Keep::kSentence:
    case Keep::kOther:
      break;
  }
  return {};
}

}  // namespace weft
