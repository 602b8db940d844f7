// SPDX-License-Identifier: Apache-2.0
/// Repairs the Unicode of leaf views; what changes goes to a derived view.
#include <array>
#include <string>
#include <vector>

#include "clean_text.hpp"
#include "copy_view.hpp"
#include "masked_words.hpp"
#include "weft/plugin.hpp"

namespace {

constexpr std::array<const char*, weft::kRepairs> kMetrics = {
    "mojibake-repaired",  "controls-dropped", "invisibles-dropped",  "line-breaks-changed",
    "ligatures-expanded", "widths-changed",   "characters-composed", "words-converted"};

class TransformClean : public weft::Transform {
 public:
  explicit TransformClean(const weft::Options& options)
      : cleaner_({options.boolean("ligatures"), options.string("width") == "normalize"},
                 options.string("convert")),
        copier_(cleaner_.converted_tag()) {
    for (std::size_t i = 0; i < weft::kRepairs; ++i)
      metrics_.at(i) = weft::name(kMetrics.at(i));
    for (const char* key : {WEFT_KEY_TITLE, WEFT_KEY_DECK, WEFT_KEY_AUTHOR, WEFT_KEY_TRANSLATOR,
                            WEFT_KEY_SITE, WEFT_KEY_PUBLISHER})
      texts_.push_back(weft::name(key));
  }

  void process(weft::Document& document) override {
    bool changed = clean_metadata(document);
    weft::ViewCopier::Ids copies;
    for (std::size_t i = 0; i < document.view_count(); ++i) {
      const weft_view& view = document.view(i);
      if (!document.is_leaf(view.id)) continue;
      document.context().check_cancelled();
      weft::Rewrite rewrite(weft::to_view(view.text));
      cleaner_.clean(rewrite);
      if (rewrite.changed()) copier_.derive(document, view, rewrite, copies);
      count(document, rewrite.counts());
      changed |= rewrite.changed();
      changed |= note_blocks(document, view, rewrite, copies);
    }
    if (!copies.empty()) copier_.move_links(document, copies);
    if (!changed) document.pass("nothing to repair");
  }

 private:
  void count(const weft::Document& document, const weft::RepairCounts& counts) const {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts.at(i) != 0)
        document.context().count(metrics_.at(i), static_cast<double>(counts.at(i)));
    }
  }

  /// Notes masked words and lost characters on the blocks that later stages will see.
  bool note_blocks(weft::Document& document, const weft_view& view, const weft::Rewrite& rewrite,
                   const weft::ViewCopier::Ids& copies) const {
    const std::string_view text = rewrite.text();
    const std::uint64_t lost = weft::count_lost(text);
    const std::uint64_t masked = weft::count_masked_words(text);
    if (lost + masked == 0) return false;
    bool noted = false;
    for (const weft_span& span : document.spans()) {
      if (span.view != view.id || !copier_.is_block(span.type)) continue;
      const auto copy = copies.find(span.id);
      if (rewrite.changed() && copy == copies.end()) continue;
      const weft_id target = rewrite.changed() ? copy->second : span.id;
      const std::size_t begin = rewrite.begin_of(span.begin);
      const std::string_view part = text.substr(begin, rewrite.end_of(span.end) - begin);
      noted |= note(document, span.id, target, masked_, weft::count_masked_words(part));
      noted |= note(document, span.id, target, lost_, weft::count_lost(part));
    }
    if (!noted) return false;
    document.context().count(masked_words_, static_cast<double>(masked));
    document.context().count(lost_characters_, static_cast<double>(lost));
    return true;
  }

  /// False when the count is none or already there.
  static bool note(weft::Document& document, weft_id span, weft_id target, weft_id key,
                   std::uint64_t value) {
    if (value == 0) return false;
    const auto number = static_cast<std::int64_t>(value);
    const weft_attr* known = document.find(weft::on_span(span), key);
    if (known != nullptr && known->value.kind == WEFT_VALUE_INTEGER &&
        known->value.as.integer == number)
      return false;
    document.set(weft::on_span(target), key, number);
    return true;
  }

  /// Titles, names and the like are repaired in place; they have no map to lose.
  bool clean_metadata(weft::Document& document) const {
    bool changed = false;
    for (const weft_id key : texts_) {
      std::vector<std::pair<const weft_attr*, std::string>> values;
      bool repaired = false;
      for (const weft_attr& attr : document.attributes()) {
        if (attr.owner_kind != WEFT_ON_DOCUMENT || attr.key != key ||
            attr.value.kind != WEFT_VALUE_STRING)
          continue;
        weft::Rewrite rewrite(weft::to_view(attr.value.as.string));
        cleaner_.clean(rewrite);
        repaired |= rewrite.changed();
        values.emplace_back(&attr, rewrite.text());
      }
      if (!repaired) continue;
      document.clear({}, key);
      for (const auto& [attr, text] : values)
        document.add({}, key, text, {attr->origin, attr->evidence, attr->confidence});
      changed = true;
    }
    return changed;
  }

  weft::TextCleaner cleaner_;
  weft::ViewCopier copier_;
  std::array<weft_id, weft::kRepairs> metrics_{};
  std::vector<weft_id> texts_;
  weft_id masked_ = weft::name(WEFT_KEY_MASKED);
  weft_id lost_ = weft::name(WEFT_KEY_LOST);
  weft_id masked_words_ = weft::name("masked-words");
  weft_id lost_characters_ = weft::name("lost-characters");
};

}  // namespace

WEFT_PLUGIN(TransformClean, .id = "transform_clean", .version = "0.1.0",
            .doc =
                "Repairs mojibake, invisible characters, normal form, and on demand widths and "
                "the form of Chinese.",
            .params = {{.name = "width",
                        .type = WEFT_TYPE_CHOICE,
                        .def = "keep",
                        .doc = "normalize: full-width Latin letters and digits become ordinary, "
                               "half-width katakana full.",
                        .choices = {"keep", "normalize"}},
                       {.name = "ligatures",
                        .type = WEFT_TYPE_BOOL,
                        .def = "true",
                        .doc = "Take the ligatures of printing (U+FB00 to U+FB06) apart."},
                       {.name = "convert",
                        .type = WEFT_TYPE_CHOICE,
                        .def = "none",
                        .doc = "The form that Chinese text is converted to, word by word.",
                        .choices = {"none", "zh-Hans", "zh-Hant", "zh-TW", "zh-HK"}}},
            .gives = {WEFT_VIEW_CLEAN})
