// SPDX-License-Identifier: Apache-2.0
/// What a commit does to a document; what it refuses is in tests/sdk/misbehaving_test.cpp.
#include "core/document/transaction.hpp"

#include <catch2/catch.hpp>

#include "core/document/name_table.hpp"
#include "tests/support/document_builder.hpp"
#include "weft/error.hpp"

using weft::intern;
using weft::StoredDocument;
using weft::Transaction;
using weft::test::DocumentBuilder;

namespace {

weft_edit make_edit() {
  weft_edit edit{};
  edit.size = sizeof edit;
  return edit;
}

weft_attr text_attr(weft_id span, const char* key, const char* value, std::uint32_t op) {
  weft_attr attr{};
  attr.owner_kind = WEFT_ON_SPAN;
  attr.owner = span;
  attr.key = intern(key);
  attr.op = op;
  attr.value.kind = WEFT_VALUE_STRING;
  attr.value.as.string = {value, std::string_view(value).size()};
  return attr;
}

/// A paragraph with two sentences and a bead between them.
StoredDocument sample() {
  DocumentBuilder builder;
  const weft_id view = builder.view("text", "en", "One here. Two there.");
  const weft_id paragraph = builder.span("paragraph", view, 0, 20);
  const weft_id first = builder.span("sentence", view, 0, 9, paragraph);
  const weft_id second = builder.span("sentence", view, 10, 20, paragraph);
  builder.link("bead", {{first, "source"}, {second, "target"}}, 0.5);
  builder.attribute(WEFT_ON_SPAN, first, "note", "kept");
  return builder.build();
}

}  // namespace

TEST_CASE("a batch can name its own spans as parents, ends and owners before they have ids") {
  DocumentBuilder builder;
  const weft_id view = builder.view("text", "en", "abcdef");
  StoredDocument document = builder.build();
  const weft_span spans[] = {{0, intern("paragraph"), view, 0, 0, 6},
                             {0, intern("sentence"), view, WEFT_NEW, 0, 3}};
  const weft_end ends[] = {{WEFT_NEW + 1, intern("evidence")}};
  const weft_link link{0, intern("summary"), 0, 1, 1.0};
  weft_attr attr = text_attr(WEFT_NEW + 1, "lang", "en", WEFT_ATTR_SET);
  weft_edit edit = make_edit();
  edit.spans = spans;
  edit.n_spans = 2;
  edit.links = &link;
  edit.n_links = 1;
  edit.ends = ends;
  edit.n_ends = 1;
  edit.attrs = &attr;
  edit.n_attrs = 1;
  Transaction transaction(document);
  transaction.edit(edit);
  CHECK(document.spans.empty());  // nothing shows before the commit
  transaction.commit();
  REQUIRE(document.spans.size() == 2);
  CHECK(document.spans[1].parent == document.spans[0].id);
  CHECK(document.ends[0].span == document.spans[1].id);
  CHECK(weft::test::value_of(document, "lang", WEFT_ON_SPAN, document.spans[1].id) == "en");
}

TEST_CASE("a transaction that is not committed leaves the document as it was") {
  StoredDocument document = sample();
  const std::size_t spans = document.spans.size();
  {
    const weft_span span{0, intern("sentence"), 1, 0, 0, 1};
    weft_edit edit = make_edit();
    edit.spans = &span;
    edit.n_spans = 1;
    Transaction transaction(document);
    transaction.edit(edit);
  }
  CHECK(document.spans.size() == spans);
  CHECK(document.next_span == spans + 1);
}

TEST_CASE(
    "setting an attribute replaces its earlier values, adding keeps them, an absent value "
    "removes") {
  StoredDocument document = sample();
  const auto apply = [&](weft_attr attr) {
    weft_edit edit = make_edit();
    edit.attrs = &attr;
    edit.n_attrs = 1;
    Transaction transaction(document);
    transaction.edit(edit);
    transaction.commit();
  };
  apply(text_attr(2, "note", "second", WEFT_ATTR_ADD));
  CHECK(weft::test::values_of(document, "note", WEFT_ON_SPAN, 2) ==
        std::vector<std::string>{"kept", "second"});
  apply(text_attr(2, "note", "only", WEFT_ATTR_SET));
  CHECK(weft::test::values_of(document, "note", WEFT_ON_SPAN, 2) ==
        std::vector<std::string>{"only"});
  weft_attr none = text_attr(2, "note", "", WEFT_ATTR_SET);
  none.value.kind = WEFT_VALUE_NONE;
  apply(none);
  CHECK(weft::test::values_of(document, "note", WEFT_ON_SPAN, 2).empty());
}

TEST_CASE(
    "removing a span hands its children to its parent and takes its links and attributes along") {
  StoredDocument document = sample();
  const weft_ref gone[] = {{WEFT_ON_SPAN, 1}, {WEFT_ON_SPAN, 2}};
  weft_edit edit = make_edit();
  edit.removed = gone;
  edit.n_removed = 2;
  Transaction transaction(document);
  transaction.edit(edit);
  transaction.commit();
  REQUIRE(document.spans.size() == 1);
  CHECK(document.spans[0].id == 3);
  CHECK(document.spans[0].parent == 0);
  CHECK(document.links.empty());
  CHECK(document.ends.empty());
  CHECK(document.attrs.empty());
  CHECK(document.find_span(3) != nullptr);
  CHECK(document.find_span(2) == nullptr);
}

TEST_CASE("a change that would leave a child outside its parent is refused whole") {
  StoredDocument document = sample();
  weft_span smaller = document.spans[0];
  smaller.end = 12;
  const weft_span added{0, intern("heading"), 1, 0, 0, 3};
  const weft_span spans[] = {smaller, added};
  weft_edit edit = make_edit();
  edit.spans = spans;
  edit.n_spans = 2;
  Transaction transaction(document);
  transaction.edit(edit);
  CHECK_THROWS_AS(transaction.commit(), weft::Error);
  CHECK(document.spans.size() == 3);
  CHECK(document.spans[0].end == 20);
}

TEST_CASE("a changed span keeps its id and what hangs on it") {
  StoredDocument document = sample();
  weft_span changed = document.spans[0];
  changed.type = intern("boilerplate");
  weft_edit edit = make_edit();
  edit.spans = &changed;
  edit.n_spans = 1;
  Transaction transaction(document);
  transaction.edit(edit);
  transaction.commit();
  CHECK(document.spans[0].type == intern("boilerplate"));
  CHECK(document.spans[1].parent == document.spans[0].id);
}

TEST_CASE("adopting a document keeps its structure under new ids and prefixed view names") {
  StoredDocument a = sample();
  StoredDocument b = sample();
  b.id = "b";
  StoredDocument both("both");
  both.adopt(a, "en.");
  both.adopt(b, "zh.");
  REQUIRE(both.views.size() == 2);
  CHECK(std::string_view(both.views[1].name.data, both.views[1].name.size) == "zh.text");
  CHECK(weft::test::links_of(both, "bead") ==
        std::vector<std::string>{"source One here. | target Two there.",
                                 "source One here. | target Two there."});
  CHECK(both.spans[4].parent == both.spans[3].id);
  CHECK(both.views[1].source == 2);
}
