// SPDX-License-Identifier: Apache-2.0
/// The plugin parse_markdown: Markdown becomes typed blocks of running text and metadata.

#include <weft/plugin.hpp>
#include <weft/records/iso_date.hpp>
#include <weft/records/source_text.hpp>
#include <weft/text/language.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "read_markdown.hpp"

namespace weft {
namespace {

constexpr const char* kFrontMatter = "front-matter";
constexpr double kSaid = 1.0;
constexpr double kFirstHeading = 0.9;

struct KnownKey {
  std::string_view written;
  const char* key;
};
constexpr KnownKey kKeys[] = {{"title", WEFT_KEY_TITLE},
                              {"subtitle", WEFT_KEY_DECK},
                              {"description", WEFT_KEY_DECK},
                              {"author", WEFT_KEY_AUTHOR},
                              {"authors", WEFT_KEY_AUTHOR},
                              {"date", WEFT_KEY_DATE_PUBLISHED},
                              {"published", WEFT_KEY_DATE_PUBLISHED},
                              {"pubdate", WEFT_KEY_DATE_PUBLISHED},
                              {"date_published", WEFT_KEY_DATE_PUBLISHED},
                              {"lastmod", WEFT_KEY_DATE_MODIFIED},
                              {"updated", WEFT_KEY_DATE_MODIFIED},
                              {"modified", WEFT_KEY_DATE_MODIFIED},
                              {"lang", WEFT_KEY_LANGUAGE},
                              {"language", WEFT_KEY_LANGUAGE},
                              {"translator", WEFT_KEY_TRANSLATOR},
                              {"translators", WEFT_KEY_TRANSLATOR},
                              {"publisher", WEFT_KEY_PUBLISHER},
                              {"license", WEFT_KEY_LICENSE},
                              {"canonical", WEFT_KEY_URL},
                              {"canonical_url", WEFT_KEY_URL}};

/// The value as the vocabulary has it; empty where it is none.
std::string checked(std::string_view key, const std::string& value) {
  if (key == WEFT_KEY_DATE_PUBLISHED || key == WEFT_KEY_DATE_MODIFIED) return iso_date(value);
  if (key != WEFT_KEY_LANGUAGE) return value;
  std::string tag = value;
  std::replace(tag.begin(), tag.end(), '_', '-');
  return is_well_formed_tag(tag) ? tag : std::string();
}

std::string one_line(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

class MarkdownParser final : public Parser {
 public:
  explicit MarkdownParser(const Options& /*options*/) {
    for (const char* type :
         {WEFT_SPAN_TITLE, WEFT_SPAN_HEADING, WEFT_SPAN_PARAGRAPH, WEFT_SPAN_LIST_ITEM,
          WEFT_SPAN_QUOTE, WEFT_SPAN_CODE, WEFT_SPAN_TABLE_CELL, WEFT_SPAN_CAPTION,
          WEFT_SPAN_FOOTNOTE, WEFT_SPAN_FIGURE, WEFT_SPAN_LIST, WEFT_SPAN_TABLE})
      types_.emplace_back(type, name(type));
    for (const KnownKey& known : kKeys)
      keys_.emplace_back(known.written, name(known.key));
  }

  [[nodiscard]] int sniff(std::string_view uri, std::string_view media_type,
                          std::string_view head) override {
    return markdown::sniff_markdown(uri, media_type, head);
  }

  void parse(const Source& source, Document& document) override {
    const SourceText text(source.bytes);
    const markdown::Reading reading = markdown::read_markdown(text.text());
    document.set_source(1, "text/markdown", text.encoding());
    if (text.repaired() > 0)
      document.set(on_source(1), repaired_, static_cast<std::int64_t>(text.repaired()));
    const std::string lang = language_of(reading);
    const std::vector<weft_run> runs = text.to_source(reading.text.runs());
    const weft_id view = document.add_view(
        {.name = WEFT_VIEW_TEXT, .text = reading.text.text(), .lang = lang, .runs = runs});
    const std::vector<weft_id> spans = write_blocks(reading, view, document);
    write_metadata(reading, spans, document);
  }

 private:
  using Ids = std::vector<std::pair<std::string_view, weft_id>>;

  static weft_id find(const Ids& ids, std::string_view text) {
    const auto found =
        std::find_if(ids.begin(), ids.end(), [&](const auto& id) { return id.first == text; });
    return found == ids.end() ? 0 : found->second;
  }

  static std::string language_of(const markdown::Reading& reading) {
    for (const markdown::FrontMatterValue& value : reading.front.values) {
      if (value.key == "lang" || value.key == "language")
        return checked(WEFT_KEY_LANGUAGE, value.value);
    }
    return {};
  }

  std::vector<weft_id> write_blocks(const markdown::Reading& reading, weft_id view,
                                    Document& document) const {
    std::vector<weft_id> spans;
    for (std::size_t i = 0; i < reading.blocks.size(); ++i) {
      const markdown::Block& block = reading.blocks[i];
      const bool titles = i == reading.title;
      const weft_id parent = block.parent == markdown::kNoBlock ? 0 : spans[block.parent];
      const std::string_view type = titles ? std::string_view(WEFT_SPAN_TITLE) : block.type;
      spans.push_back(document.add_span(find(types_, type), view, block.begin, block.end, parent));
      if (block.level > 0 && !titles)
        document.set(on_span(spans.back()), level_, std::int64_t{block.level});
      if (block.row > 0) {
        document.set(on_span(spans.back()), row_, std::int64_t{block.row});
        document.set(on_span(spans.back()), column_, std::int64_t{block.column});
      }
    }
    return spans;
  }

  void write_metadata(const markdown::Reading& reading, const std::vector<weft_id>& spans,
                      Document& document) const {
    bool titled = false;
    for (const markdown::FrontMatterValue& value : reading.front.values) {
      const auto known = std::find_if(std::begin(kKeys), std::end(kKeys), [&](const KnownKey& key) {
        return key.written == value.key;
      });
      if (known == std::end(kKeys)) continue;
      const std::string text = checked(known->key, value.value);
      if (text.empty()) continue;
      titled = titled || std::string_view(known->key) == WEFT_KEY_TITLE;
      document.add(Owner{}, find(keys_, value.key), text, {front_matter_, 0, kSaid});
    }
    if (titled || reading.title == markdown::kNoBlock) return;
    const markdown::Block& block = reading.blocks[reading.title];
    const std::string_view text = reading.text.text();
    document.set(Owner{}, title_, one_line(text.substr(block.begin, block.end - block.begin)),
                 {heading_, spans[reading.title], kFirstHeading});
  }

  Ids types_, keys_;
  weft_id title_ = name(WEFT_KEY_TITLE);
  weft_id heading_ = name(WEFT_SPAN_HEADING);
  weft_id level_ = name(WEFT_KEY_LEVEL);
  weft_id row_ = name(WEFT_KEY_ROW);
  weft_id column_ = name(WEFT_KEY_COLUMN);
  weft_id repaired_ = name(WEFT_KEY_REPAIRED);
  weft_id front_matter_ = name(kFrontMatter);
};

}  // namespace
}  // namespace weft

WEFT_PLUGIN(weft::MarkdownParser, .id = "parse_markdown", .version = "0.1.0",
            .doc = "Reads Markdown (CommonMark with GitHub's extensions) and its front matter.",
            .gives = {WEFT_SPAN_PARAGRAPH, WEFT_SPAN_HEADING, WEFT_SPAN_TITLE},
            .media_types = {"text/markdown"})
