// SPDX-License-Identifier: Apache-2.0
/// From a line of metadata to its span's kind and the document's facts.

#include <algorithm>

#include "characters.hpp"
#include "furniture.hpp"
#include "names.hpp"
#include "passes.hpp"
#include "title.hpp"
#include "weft/vocabulary.h"

namespace weft::plain {
namespace {

std::string_view kind_of(Role role) {
  switch (role) {
    case Role::kAuthor:
    case Role::kStaff:
    case Role::kSender:
      return WEFT_SPAN_BYLINE;
    case Role::kTranslator:
      return WEFT_SPAN_TRANSLATOR;
    case Role::kPublished:
    case Role::kModified:
      return WEFT_SPAN_DATE;
    case Role::kTitle:
      return WEFT_SPAN_TITLE;
    case Role::kSource:
    case Role::kUrl:
    case Role::kOriginalUrl:
      return WEFT_SPAN_SOURCE;
    default:
      return WEFT_SPAN_BOILERPLATE;
  }
}

/// "《某报》" is the paper's name in marks; "The Paper." ends a sentence.
std::string publication(std::string_view value) {
  value = trim(value);
  while (value.ends_with('.') || value.ends_with("。")) {
    value.remove_suffix(value.ends_with('.') ? 1 : 3);
  }
  constexpr std::string_view kOpen = "《";
  constexpr std::string_view kClose = "》";
  if (value.starts_with(kOpen) && value.ends_with(kClose) && value.find(kClose) + 3 == value.size())
    value = value.substr(kOpen.size(), value.size() - kOpen.size() - kClose.size());
  for (const std::string_view word : {" on", " in", ","}) {
    if (value.ends_with(word)) value.remove_suffix(word.size());
  }
  return one_line(value);
}

std::string_view address(std::string_view value) {
  const std::size_t at = value.find("http");
  if (at == std::string_view::npos) return {};
  value.remove_prefix(at);
  return value.substr(0, value.find_first_of(" \t\n)>\""));
}

void add_authors(Page& page, std::size_t i, const Field& field, double confidence) {
  if (repeats_authors(page, i)) return;
  const auto names = field.labelled ? split_names(field.value) : reporter_names(field.value);
  for (const std::string& name : names)
    page.add_fact(WEFT_KEY_AUTHOR, name, "byline-line", i, confidence);
}

void add_field(Page& page, std::size_t i, const Field& field, double confidence) {
  switch (field.role) {
    case Role::kSender:  // those of mails quoted below the first are not this one's
      if (page.has(WEFT_KEY_AUTHOR)) return;
      return add_authors(page, i, field, confidence);
    case Role::kAuthor:
      return add_authors(page, i, field, confidence);
    case Role::kTranslator:
      for (const std::string& name : split_names(field.value))
        page.add_fact(WEFT_KEY_TRANSLATOR, name, "translator-line", i, confidence);
      return;
    case Role::kSource:
      return page.add_fact(WEFT_KEY_PUBLISHER, publication(field.value), "source-line", i,
                           field.labelled ? confidence : confidence - 0.3);
    case Role::kPublished:
      return page.add_fact(WEFT_KEY_DATE_PUBLISHED, field.iso, "date-line", i, confidence);
    case Role::kModified:
      return page.add_fact(WEFT_KEY_DATE_MODIFIED, field.iso, "date-line", i, confidence);
    case Role::kTitle:
      return page.add_fact(WEFT_KEY_TITLE, one_line(field.value), "title-line", i, confidence);
    case Role::kUrl:
      return page.add_fact(WEFT_KEY_URL, std::string(address(field.value)), "source-line", i,
                           confidence);
    case Role::kOriginalUrl:
      return page.add_fact(WEFT_KEY_TRANSLATION_OF, std::string(address(field.value)),
                           "source-line", i, confidence);
    default:
      return;
  }
}

}  // namespace

bool repeats_authors(const Page& page, std::size_t i) {
  return page.interleaved &&
         std::any_of(page.facts.begin(), page.facts.end(), [&](const Fact& fact) {
           return fact.key == WEFT_KEY_AUTHOR && fact.unit != i &&
                  page.units[fact.unit].shape.ideographic() != page.units[i].shape.ideographic();
         });
}

void mark_fields(Page& page, std::size_t i, const FieldLine& line, double confidence) {
  if (line.empty_labels()) return page.furnish(i, kReasonEmptyLabel);
  // The line is of the kind of its first field that says something.
  const auto first = std::find_if(line.fields.begin(), line.fields.end(), [](const Field& field) {
    return !field.value.empty() && kind_of(field.role) != WEFT_SPAN_BOILERPLATE;
  });
  if (first == line.fields.end()) {
    const bool mail = line.find(Role::kMail) != nullptr;
    return page.furnish(i, mail ? kReasonMailHeader : kReasonTools);
  }
  page.mark(i, kind_of(first->role));
  for (const Field& field : line.fields)
    add_field(page, i, field, confidence);
}

}  // namespace weft::plain
