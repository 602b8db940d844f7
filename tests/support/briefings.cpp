// SPDX-License-Identifier: Apache-2.0
/// Documents with all that a briefing shows.
#include "tests/support/briefings.hpp"

#include <string>

#include "core/document/name_table.hpp"
#include "core/document/transaction.hpp"
#include "tests/support/bitext.hpp"
#include "tests/support/document_builder.hpp"

namespace weft::test {
namespace {

void add(DocumentBuilder& builder, weft_attr made, std::string_view key) {
  made.key = intern(key);
  made.op = WEFT_ATTR_ADD;
  weft_edit edit{};
  edit.size = sizeof edit;
  edit.attrs = &made;
  edit.n_attrs = 1;
  Transaction transaction(builder.document());
  transaction.edit(edit);
  transaction.commit();
}

void set_integer(DocumentBuilder& builder, weft_id span, std::string_view key, std::int64_t value) {
  weft_attr made{};
  made.owner_kind = WEFT_ON_SPAN;
  made.owner = span;
  made.value.kind = WEFT_VALUE_INTEGER;
  made.value.as.integer = value;
  add(builder, made, key);
}

/// Metadata that was read from a span.
void add_from(DocumentBuilder& builder, weft_id span, std::string_view key,
              std::string_view value) {
  weft_attr made{};
  made.owner_kind = WEFT_ON_DOCUMENT;
  made.evidence = span;
  made.value.kind = WEFT_VALUE_STRING;
  made.value.as.string = {value.data(), value.size()};
  add(builder, made, key);
}

/// A view of a part of the base view, copied byte by byte.
weft_id part(DocumentBuilder& builder, const char* lang, const std::string& text, weft_id base,
             std::size_t begin) {
  return builder.derived_view(lang, lang, text, base,
                              {{begin, 0, static_cast<std::uint32_t>(text.size()), 1, 1}});
}

const std::string kEnglish = "The pier is new. It cost 6 million dollars.";
const std::string kChinese = "码头是新的。它花了六百万美元。";
const std::string kPier =
    "The *new* pier\nBuilt in nine months\n" + kEnglish + "\n" + kChinese +
    "\nA boat at the pier\nCosts\n1. Wood\n# Nails &amp snake_case\nNobody paid,\nshe _said_.\n"
    "a  = 1;\nItem\nCost | price\nNails\n5\\\nrest\nSubscribe!";

void add_body(DocumentBuilder& builder, weft_id base) {
  builder.span("title", base, "The *new* pier");
  builder.span("deck", base, "Built in nine months");
  const weft_id left = builder.span("paragraph", base, kEnglish);
  const weft_id right = builder.span("paragraph", base, kChinese);
  builder.attribute(WEFT_ON_SPAN, left, "lang", "en");
  builder.attribute(WEFT_ON_SPAN, right, "lang", "zh-Hans");
  builder.span("caption", base, "A boat at the pier");
  builder.span("heading", base, "Costs");
  const std::size_t wood = kPier.find("1. Wood");
  const std::size_t end = kPier.find("\nNobody");
  const weft_id list = builder.span("list", base, wood, end);
  builder.span("list-item", base, wood, wood + 7, list);
  const weft_id inner = builder.span("list", base, wood + 8, end, list);
  builder.span("list-item", base, wood + 8, end, inner);
  builder.span("quote", base, "Nobody paid,\nshe _said_.");
  builder.span("code", base, "a  = 1;");
  const std::size_t item = kPier.find("Item");
  const weft_id table = builder.span("table", base, item, kPier.find("\nSubscribe"));
  const auto cell = [&](std::string_view text, std::int64_t row, std::int64_t column) {
    const std::size_t at = kPier.find(text, item);
    const weft_id id = builder.span("table-cell", base, at, at + text.size(), table);
    set_integer(builder, id, "row", row);
    set_integer(builder, id, "column", column);
  };
  cell("Item", 1, 1);
  cell("Cost | price", 1, 2);
  cell("Nails", 2, 1);
  cell("5\\", 2, 2);
  cell("rest", 3, 2);
  builder.span("boilerplate", base, "Subscribe!");
}

}  // namespace

StoredDocument pier_page() {
  DocumentBuilder builder("pier.html");
  builder.source("pier.html", kPier);
  const weft_id base = builder.view("text", "mul", kPier);
  add_body(builder, base);
  builder.metadata("title", "The *new* pier");
  builder.metadata("author", "Ada Pier");
  builder.metadata("author", "Lin Harbour");
  builder.metadata("date-published", "2026-05-01");
  builder.metadata("url", "https://example.org/pier_1");
  const weft_id en = part(builder, "en", kEnglish, base, kPier.find(kEnglish));
  const weft_id zh = part(builder, "zh-Hans", kChinese, base, kPier.find(kChinese));
  const weft_id a = builder.span("sentence", en, 0, 16);
  const weft_id b = builder.span("sentence", zh, 0, 18);
  const weft_id c = builder.span("sentence", en, 17, kEnglish.size());
  builder.link("bead", {{a, "source"}, {b, "target"}}, 1);
  builder.link("summary", {{a, "evidence"}}, 1);
  add_from(builder, builder.span("keyphrase", en, 4, 8, a), "keyphrase", "pier");
  builder.metadata("keyphrase", "harbour fund");
  const std::size_t money = kEnglish.find("6 million dollars");
  const weft_id figure = builder.span("key-figure", en, money, money + 17, c);
  builder.attribute(WEFT_ON_SPAN, figure, "canonical", "USD 6000000");
  add_from(builder, figure, "key-figure", "It cost 6 million dollars");
  return builder.build();
}

StoredDocument hostile_page() {
  const std::string line = hostile_line();
  const std::size_t step = line.size() + 1;
  DocumentBuilder builder("hostile.txt");
  std::string text;
  for (int i = 0; i < 5; ++i)
    text += (i == 0 ? "" : "\n") + line;
  const weft_id view = builder.view("text", "en", text);
  builder.span("title", view, 0, line.size());
  const weft_id block = builder.span("paragraph", view, step, step + line.size());
  builder.span("list-item", view, 2 * step, 2 * step + line.size());
  const weft_id table = builder.span("table", view, 3 * step, text.size());
  for (const std::size_t i : {std::size_t{3}, std::size_t{4}}) {
    const weft_id cell = builder.span("table-cell", view, i * step, i * step + line.size(), table);
    set_integer(builder, cell, "row", static_cast<std::int64_t>(i));
    set_integer(builder, cell, "column", 1);
  }
  const weft_id sentence = builder.span("sentence", view, step, step + line.size(), block);
  builder.link("summary", {{sentence, "evidence"}}, 1);
  builder.metadata("author", line);
  builder.metadata("keyphrase", line);
  return builder.build();
}

}  // namespace weft::test
