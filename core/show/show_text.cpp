// SPDX-License-Identifier: Apache-2.0
/// Rows to lines of text.
#include "core/show/show_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/show/screen_text.hpp"

namespace weft {
namespace {

constexpr std::size_t kLinesWidth = 9;
constexpr std::size_t kKindWidth = 16;
constexpr std::size_t kLangWidth = 8;

/// ANSI colours of a class; the words say the same, so that nothing depends on colour.
const char* color_of(Keep keep) {
  switch (keep) {
    case Keep::kMeta:
      return "36";  // cyan
    case Keep::kAux:
      return "35";  // magenta
    case Keep::kDrop:
      return "2";  // dim
    case Keep::kContainer:
    case Keep::kOther:
      return "33";  // yellow
    case Keep::kSentence:
      return "34";  // blue
    case Keep::kBody:
      break;
  }
  return "32";  // green
}

class TextWriter {
 public:
  TextWriter(const ShownDocument& document, const ShowTextOptions& options)
      : document_(document), options_(options) {}

  std::string all() {
    out_ += styled("1", one_line(document_.id)) + "\n";
    for (const Fact& fact : document_.facts)
      line(pad("  " + fact.name, 12) + one_line(fact.value));
    metadata();
    for (const ShownView& view : document_.views)
      if (options_.view.empty() ? view.parent.empty() : view.name == options_.view) tree(view);
    other_views();
    links();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string styled(const char* code, std::string_view text) const {
    if (!options_.color || text.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
  }

  void line(std::string_view text, const char* style = nullptr) {
    std::string whole = cut(text, options_.width);
    whole.erase(whole.find_last_not_of(' ') + 1);
    out_ += (style == nullptr ? whole : styled(style, whole)) + "\n";
  }

  void metadata() {
    if (document_.metadata.empty()) return;
    out_ += "\n" + styled("1", "metadata") + "\n";
    std::size_t key_width = 0;
    for (const MetadataRow& row : document_.metadata)
      key_width = std::max(key_width, columns(row.key));
    for (const MetadataRow& row : document_.metadata) {
      std::string where;
      if (!row.origin.empty()) where += " " + row.origin;
      if (!row.confidence.empty()) where += " " + row.confidence;
      if (!row.lines.empty()) where += " line " + row.lines;
      if (!where.empty()) where = "  (" + where.substr(1) + ")";
      line("  " + pad(row.key, key_width + 2) + one_line(row.value) + where);
    }
  }

  void tree(const ShownView& view) {
    out_ += "\n" + styled("1", "view " + one_line(view.name));
    if (!view.lang.empty()) out_ += " [" + one_line(view.lang) + "]";
    out_ += ": " + count_by_keep(view) + "\n";
    if (view.blocks.empty()) return;
    line(pad("     line", kLinesWidth + 2) + pad("kind", kKindWidth) + pad("lang", kLangWidth) +
             "text",
         "2");
    for (const Block& block : view.blocks) {
      const bool part = block.keep == Keep::kSentence || block.type == WEFT_SPAN_CUE;
      if (!part || options_.sentences) row(view, block);
    }
  }

  void row(const ShownView& view, const Block& block) {
    const std::string indent(2 * block.depth, ' ');
    const std::size_t lines = columns(block.lines);
    const std::string place =
        std::string(lines < kLinesWidth ? kLinesWidth - lines : 0, ' ') + block.lines + "  ";
    std::string kind = pad(indent + one_line(kind_of(block)), kKindWidth - 1) + " ";
    std::string lang = pad(one_line(block.lang), kLangWidth - 1) + " ";
    std::string text;
    if (!block.reason.empty()) text += "[" + one_line(block.reason) + "] ";
    for (const Fact& fact : block.attributes)
      if (fact.name != WEFT_KEY_LEVEL) text += "[" + fact.name + " " + one_line(fact.value) + "] ";
    if (block.keep != Keep::kContainer)
      text += one_line(view.text.substr(block.begin, block.end - block.begin));
    const std::size_t before = columns(place + kind + lang);
    if (options_.width != 0)
      text = cut(text, std::max<std::size_t>(options_.width, before + 8) - before);
    std::string whole = place + styled(color_of(block.keep), kind) + lang +
                        (block.keep == Keep::kDrop ? styled("2", text) : text);
    whole.erase(whole.find_last_not_of(' ') + 1);
    out_ += whole + "\n";
  }

  void other_views() {
    if (!options_.view.empty()) return;
    for (const ShownView& view : document_.views) {
      if (view.parent.empty()) continue;
      out_ += "\n" + styled("1", "view " + one_line(view.name));
      if (!view.lang.empty()) out_ += " [" + one_line(view.lang) + "]";
      out_ += fmt::format(": {}, derived from {} (--view {} shows it)\n", count_by_keep(view),
                          one_line(view.parent), one_line(view.name));
    }
  }

  void links() {
    if (document_.links.empty()) return;
    std::map<std::string, std::size_t> counts;
    for (const ShownLink& link : document_.links)
      ++counts[link.type];
    std::string text;
    for (const auto& [type, count] : counts)
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, type);
    out_ += "\n" + styled("1", "links") + ": " + text + (options_.links ? "\n" : " (--links)\n");
    if (!options_.links) return;
    for (const ShownLink& link : document_.links) {
      line("  " + pad(link.type, 10) + link.score);
      for (const Fact& end : link.ends)
        line("    " + pad(end.name, 10) + one_line(end.value));
    }
  }

  const ShownDocument& document_;
  const ShowTextOptions& options_;
  std::string out_;
};

}  // namespace

std::string show_text(const ShownDocument& document, const ShowTextOptions& options) {
  return TextWriter(document, options).all();
}

}  // namespace weft
