// SPDX-License-Identifier: Apache-2.0
/// One reader for both formats: units hold languages, languages hold terms.
#include "term_xml.hpp"

#include <weft/bitext/xml_stream.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include "gloss.hpp"
#include "weft/error.hpp"
#include "weft/text/language.hpp"
#include "weft/text/normalize.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}
bool is_unit(std::string_view name) {
  return is_one_of(name, {"tu", "termEntry", "conceptEntry"});
}
bool is_language(std::string_view name) {
  return is_one_of(name, {"tuv", "langSet", "langSec"});
}
bool is_text(std::string_view name) {
  return is_one_of(name, {"seg", "term"});
}
/// Codes of the format that was translated are no text.
bool is_code(std::string_view name) {
  return is_one_of(name, {"bpt", "ept", "ph", "it", "ut"});
}

bool is_short(std::string_view text, std::string_view language) {
  constexpr std::size_t kWords = 5;
  constexpr std::size_t kCharacters = 10;
  for (const std::string_view stop : {".", "!", "?", "。", "！", "？", "…"}) {
    if (text.ends_with(stop)) return false;
  }
  if (has_whole_headwords(language)) return count_code_points(text) <= kCharacters;
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) < kWords;
}

class TermReceiver : public XmlEvents {
 public:
  TermReceiver(DictionaryLanguages wanted, Dictionary& out)
      : wanted_(std::move(wanted)), out_(out) {}

  void start(std::string_view name, const XmlAttributes& attributes, std::uint64_t /*position*/,
             std::uint32_t /*size*/) override {
    if (name == "header") source_language_ = canonical_tag(attributes.find("srclang"));
    if (is_unit(name)) unit_.clear();
    if (is_language(name)) {
      std::string_view tag = attributes.find("xml:lang");
      if (tag.empty()) tag = attributes.find("lang");
      language_ = canonical_tag(tag);
    }
    if (is_code(name)) ++codes_;
    if (is_text(name)) {
      text_.clear();
      reading_ = true;
    }
  }

  void text(const XmlText& piece) override {
    if (reading_ && codes_ == 0 && text_.size() < kLongest) text_ += piece.text;
  }

  void end(std::string_view name) override {
    if (is_code(name) && codes_ > 0) --codes_;
    if (is_text(name)) end_text(name == "seg");
    if (is_unit(name)) end_unit();
  }

 private:
  static constexpr std::size_t kLongest = 1000;  // bytes; longer ones are no terms in any format

  void end_text(bool segment) {
    reading_ = false;
    std::string term = fold_space(segment ? text_ : without_brackets(text_));
    if (term.empty() || language_.empty() || term.size() >= kLongest) return;
    if (segment && !is_short(term, language_)) return;
    unit_.emplace_back(language_, std::move(term));
  }

  void settle_languages() {
    if (!wanted_.first.empty() || unit_.empty()) return;
    std::string first = unit_.front().first;
    for (const auto& [language, term] : unit_) {
      if (language == source_language_) first = language;
    }
    for (const auto& [language, term] : unit_) {
      if (language == first) continue;
      wanted_ = {first, language};
      return;
    }
  }

  [[nodiscard]] static bool fits(std::string_view language, std::string_view wanted) {
    return matches_range(language, wanted.substr(0, wanted.find('-')));
  }

  void end_unit() {
    settle_languages();
    LexiconEntry entry;
    for (auto& [language, term] : unit_) {
      if (wanted_.first.empty()) break;
      if (fits(language, wanted_.first)) {
        entry.headwords.push_back(std::move(term));
      } else if (fits(language, wanted_.second)) {
        entry.translations.push_back(std::move(term));
      }
    }
    unit_.clear();
    if (entry.headwords.empty() || entry.translations.empty()) {
      ++out_.skipped;
      return;
    }
    out_.first = wanted_.first;
    out_.second = wanted_.second;
    out_.entries.push_back(std::move(entry));
  }

  DictionaryLanguages wanted_;
  Dictionary& out_;
  std::string source_language_;
  std::string language_;
  std::string text_;
  std::vector<std::pair<std::string, std::string>> unit_;  ///< language and term
  std::size_t codes_ = 0;
  bool reading_ = false;
};

}  // namespace

bool is_term_xml(std::string_view head) {
  return is_one_of(find_root(head).name, {"tmx", "martif", "tbx"});
}

void read_term_xml(std::string_view bytes, const std::string& name,
                   const DictionaryLanguages& wanted, Dictionary& out) {
  out.format = find_root(bytes.substr(0, 65536)).name == "tmx" ? "TMX" : "TBX";
  TermReceiver receiver(wanted, out);
  XmlStream stream(bytes, receiver);
  while (stream.advance()) {
  }
  if (const XmlError* error = stream.error(); error != nullptr) {
    throw Error(WEFT_E_INPUT, name + ", line " + std::to_string(error->line) + ": " + error->what);
  }
}

}  // namespace weft
