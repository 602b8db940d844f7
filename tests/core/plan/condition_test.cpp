// SPDX-License-Identifier: Apache-2.0
/// Conditions of stages: how they are read and when they hold.
#include "core/plan/condition.hpp"

#include <catch2/catch.hpp>

#include "core/document/name_table.hpp"
#include "weft/host.hpp"
#include "weft/vocabulary.h"

using namespace weft;

namespace {

/// "message; hint" of a condition that cannot be read; "" when it can.
std::string refusal(std::string_view text) {
  std::string message;
  std::string hint;
  if (parse_condition(text, message, hint)) return {};
  return message + "; " + hint;
}

bool holds_for(std::string_view text, const StoredDocument& document) {
  std::string message;
  std::string hint;
  const auto condition = parse_condition(text, message, hint);
  if (!condition) throw std::invalid_argument(message);
  return holds(*condition, document);
}

void add_view(StoredDocument& document, std::string_view name, std::string_view lang) {
  weft_view view{};
  view.size = sizeof view;
  view.name = document.arena.copy(name);
  view.lang = document.arena.copy(lang);
  document.views.push_back(view);
}

void add_metadata(StoredDocument& document, std::string_view key, std::string_view value) {
  weft_attr attr{};
  attr.owner_kind = WEFT_ON_DOCUMENT;
  attr.key = intern(key);
  attr.value.kind = WEFT_VALUE_STRING;
  attr.value.as.string = document.arena.copy(value);
  document.attrs.push_back(attr);
}

StoredDocument document_in(std::string_view lang) {
  StoredDocument document("a.txt");
  add_metadata(document, WEFT_KEY_LANGUAGE, lang);
  return document;
}

}  // namespace

TEST_CASE("a condition is read term by term") {
  std::string message;
  std::string hint;
  const auto condition =
      parse_condition("  lang!=ZH-hans\tmedia-type=text/*\n view=en ", message, hint);
  REQUIRE(condition);
  REQUIRE(condition->terms.size() == 3);
  using What = Condition::Term::What;
  CHECK(condition->terms[0].what == What::lang);
  CHECK(condition->terms[0].negated);
  CHECK(condition->terms[0].value == "zh-Hans");
  CHECK(condition->terms[1].what == What::media_type);
  CHECK(condition->terms[1].value == "text/*");
  CHECK(condition->terms[2].what == What::view);
  CHECK_FALSE(condition->terms[2].negated);
}

TEST_CASE("a condition that cannot be read says why and what to write") {
  CHECK(refusal(" ") == "the condition is empty; leave 'when' out, or write it like lang=zh");
  CHECK(refusal("language=zh") ==
        "unknown test 'language' in the condition; known are lang, media-type, view");
  CHECK(refusal("lnag=zh") == "unknown test 'lnag' in the condition; did you mean 'lang'?");
  const std::string cure = "write it without blanks around '=', like lang=zh";
  CHECK(refusal("lang = zh") == "'lang' in the condition is not NAME=VALUE; " + cure);
  CHECK(refusal("lang=") == "'lang=' in the condition is not NAME=VALUE; " + cure);
  CHECK(refusal("=zh") == "'=zh' in the condition is not NAME=VALUE; " + cure);
  CHECK(refusal("lang==zh") ==
        "'lang==zh' in the condition has '=='; write one '=', like lang=zh; != is the opposite");
  CHECK(refusal("lang=zh_CN") ==
        "'zh_CN' in the condition is not a BCP 47 language range; did you mean 'zh-CN'?");
  CHECK(refusal("view=a lang=chinese!") ==
        "'chinese!' in the condition is not a BCP 47 language range; "
        "write it like zh or zh-Hans");
  CHECK(refusal("media-type=html") ==
        "'html' in the condition is not a media type; write it like text/html or text/*");
}

TEST_CASE("a language range takes the tags that it begins") {
  const StoredDocument chinese = document_in("zh-Hans-CN");
  CHECK(holds_for("lang=zh", chinese));
  CHECK(holds_for("lang=zh-hans", chinese));
  CHECK(holds_for("lang=ZH-Hans-cn", chinese));
  CHECK(holds_for("lang=*", chinese));
  CHECK_FALSE(holds_for("lang=zh-Hant", chinese));
  CHECK_FALSE(holds_for("lang=zh-CN", chinese));
  CHECK_FALSE(holds_for("lang=en", chinese));
  CHECK_FALSE(holds_for("lang=zh", document_in("zha")));
  CHECK_FALSE(holds_for("lang=zh-Hans", document_in("zh")));
}

TEST_CASE("a document has the languages of its metadata and of its views") {
  StoredDocument document = document_in("mul");
  add_metadata(document, WEFT_KEY_LANGUAGES, "de");
  add_metadata(document, WEFT_KEY_LANGUAGES, "fr-CA");
  add_metadata(document, WEFT_KEY_TITLE, "en");
  add_view(document, "text", "");
  add_view(document, "zh", "zh-Hant");
  for (const char* range : {"lang=mul", "lang=de", "lang=fr", "lang=zh"})
    CHECK(holds_for(range, document));
  CHECK_FALSE(holds_for("lang=en", document));
  CHECK_FALSE(holds_for("lang=*", StoredDocument("unknown.txt")));
}

TEST_CASE("a media type may have a star, and parameters of the source do not count") {
  StoredDocument document("a.html");
  document.add_source("a.html", "Text/HTML; charset=utf-8", "", "", nullptr);
  CHECK(holds_for("media-type=text/html", document));
  CHECK(holds_for("media-type=text/*", document));
  CHECK(holds_for("media-type=*/*", document));
  CHECK_FALSE(holds_for("media-type=text/plain", document));
  CHECK_FALSE(holds_for("media-type=text/htm", document));
  StoredDocument undeclared("b");
  undeclared.add_source("b", "", "", "", nullptr);
  CHECK_FALSE(holds_for("media-type=*/*", undeclared));
}

TEST_CASE("all terms must hold, and != is the opposite of =") {
  StoredDocument document = document_in("en");
  add_view(document, "en", "en");
  CHECK(holds_for("view=en lang=en", document));
  CHECK_FALSE(holds_for("view=en lang=zh", document));
  CHECK(holds_for("view=en lang!=zh", document));
  CHECK_FALSE(holds_for("view!=en", document));
  CHECK(holds_for("view!=EN", document));
  CHECK(holds_for("lang!=en", StoredDocument("unknown.txt")));
}
