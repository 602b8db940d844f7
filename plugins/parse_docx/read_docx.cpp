// SPDX-License-Identifier: Apache-2.0
/// The parts of a document in their order: body, notes, headers and footers, properties.
#include "read_docx.hpp"

#include <weft/error.hpp>

#include <algorithm>
#include <set>
#include <utility>

#include "sniff_docx.hpp"
#include "word_names.hpp"
#include "word_package.hpp"
#include "word_properties.hpp"
#include "word_story.hpp"
#include "word_styles.hpp"

namespace weft {
namespace {

class DocxReader {
 public:
  DocxReader(std::string_view bytes, const ZipLimits& limits, std::vector<std::string>& warnings)
      : archive_(bytes, limits), warnings_(warnings) {}

  BlockText read() {
    const std::string main = find_main_part(archive_);
    parts_ = read_relationships(archive_, main);
    const std::string styles = find_part(archive_, parts_, "styles", "word/styles.xml");
    if (!styles.empty()) optional(styles, [&] { styles_.load(archive_.read(styles), styles); });
    builder_.set_member(main);
    WordStory body(StoryKind::kBody, styles_, builder_);
    read_story(main, body);
    builder_.end();
    add_notes("footnotes", "word/footnotes.xml", body.footnotes());
    add_notes("endnotes", "word/endnotes.xml", body.endnotes());
    for (const std::string& id : body.page_parts())
      add_page_part(id);
    BlockText out = builder_.finish();
    add_properties(out);
    return out;
  }

 private:
  void read_story(const std::string& part, WordStory& story) {
    read_xml(archive_.read(part), part, {.namespaces = word_namespaces()}, story);
  }

  /// What the body can do without is left out when it is damaged, with a warning.
  template <class Step>
  void optional(const std::string& part, Step step) {
    try {
      step();
    } catch (const Error& error) {
      if (error.status() != WEFT_E_INPUT) throw;
      warnings_.push_back(part + " is left out: " + error.what());
    }
  }

  void add_notes(std::string_view type, std::string_view usual,
                 const std::vector<std::string>& ids) {
    const std::string part = find_part(archive_, parts_, type, usual);
    if (part.empty() || ids.empty()) return;
    optional(part, [&] {
      builder_.set_member(part);
      WordStory story(StoryKind::kNotes, styles_, builder_);
      read_story(part, story);
      NoteBlocks notes = story.take_notes();
      for (const std::string& id : ids) {
        const auto found = notes.find(id);
        if (found != notes.end()) builder_.put(std::move(found->second));
      }
    });
  }

  void add_page_part(const std::string& id) {
    const auto found = std::find_if(parts_.begin(), parts_.end(),
                                    [&](const Relationship& one) { return one.id == id; });
    if (found == parts_.end() || !archive_.has(found->target)) return;
    const bool header = found->type == "header";
    if (!header && found->type != "footer") return;
    optional(found->target, [&] {
      builder_.set_member(found->target);
      const std::size_t mark = builder_.mark();
      WordStory story(header ? StoryKind::kPageHeader : StoryKind::kPageFooter, styles_, builder_);
      read_story(found->target, story);
      std::vector<Block> blocks = builder_.take_since(mark);
      blocks.erase(std::remove_if(
                       blocks.begin(), blocks.end(),
                       [&](const Block& block) { return !page_texts_.insert(block.text).second; }),
                   blocks.end());
      builder_.put(std::move(blocks));
    });
  }

  void add_properties(BlockText& out) {
    const std::string core = find_part(archive_, read_relationships(archive_, ""),
                                       "core-properties", "docProps/core.xml");
    if (core.empty()) {
      add_metadata({}, {}, out);
      return;
    }
    optional(core, [&] { add_metadata(archive_.read(core), core, out); });
  }

  ZipArchive archive_;
  std::vector<std::string>& warnings_;
  std::vector<Relationship> parts_;
  WordStyles styles_;
  BlockBuilder builder_;
  std::set<std::string> page_texts_;
};

}  // namespace

BlockText read_docx(std::string_view bytes, const ZipLimits& limits,
                    std::vector<std::string>& warnings) {
  if (is_compound_file(bytes))
    throw Error(WEFT_E_UNSUPPORTED,
                "encrypted, or a .doc of before Word 2007: open it in a word processor and save it "
                "as .docx without a password");
  return DocxReader(bytes, limits, warnings).read();
}

}  // namespace weft
