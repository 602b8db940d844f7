// SPDX-License-Identifier: Apache-2.0
/// The spine from its first chapter to its last, and what the book's navigation says of each.
#include "read_epub.hpp"

#include <weft/error.hpp>
#include <weft/text/normalize.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "chapter_roles.hpp"
#include "epub_metadata.hpp"
#include "epub_package.hpp"

namespace weft {
namespace {

bool is_text(const EpubItem& item) {
  return item.media_type == "application/xhtml+xml" || item.media_type == "text/html" ||
         item.media_type == "application/x-dtbook+xml" || item.media_type == "text/x-oeb1-document";
}

class EpubReader {
 public:
  EpubReader(std::string_view bytes, const ZipLimits& limits, std::vector<std::string>& warnings)
      : archive_(bytes, limits), warnings_(warnings) {}

  BlockText read() {
    package_ = read_package(archive_, warnings_);
    std::size_t read = 0;
    for (const std::string& id : package_.spine) {
      const EpubItem* item = find_text(id);
      if (item != nullptr && done_.insert(item->path).second) read += chapter(item->path) ? 1U : 0U;
    }
    if (read == 0)
      throw Error(WEFT_E_INPUT, package_.path +
                                    ": none of the chapters in the spine can be read; the archive "
                                    "is damaged or no book");
    BlockText out = builder_.finish();
    add_metadata(package_, out);
    return out;
  }

 private:
  /// The item of that id, or the one it falls back to, that has text.
  const EpubItem* find_text(std::string_view id) const {
    constexpr int kLongest = 8;
    for (int step = 0; step < kLongest; ++step) {
      const auto found = package_.items.find(id);
      if (found == package_.items.end()) return nullptr;
      if (is_text(found->second)) return &found->second;
      id = found->second.fallback;
    }
    return nullptr;
  }

  bool chapter(const std::string& path) {
    if (!archive_.has(path)) {
      warnings_.push_back(path + " is left out: the archive has no such member");
      return false;
    }
    std::string bytes;
    try {
      bytes = archive_.read(path);
    } catch (const Error& error) {
      if (error.status() != WEFT_E_INPUT) throw;
      warnings_.push_back(path + " is left out: " + error.what());
      return false;
    }
    builder_.set_member(path);
    const auto role = package_.roles.find(path);
    const std::string_view reason =
        role == package_.roles.end() ? std::string_view() : reason_of_role(role->second);
    const std::size_t mark = builder_.mark();
    const LinkShare links =
        read_chapter(std::move(bytes), path, reason, reason == "title-page", builder_, warnings_);
    if (reason.empty()) settle(path, mark, links);
    return true;
  }

  /// A chapter that mostly leads to others is a table of contents, declared or not; in others the
  /// book's own table of contents tells which paragraphs are headings.
  void settle(const std::string& path, std::size_t mark, const LinkShare& links) {
    constexpr std::size_t kFewest = 5;
    std::vector<Block>& done = builder_.done();
    if (links.links >= kFewest && links.linked * 10 > links.bytes * 7) {
      for (std::size_t i = mark; i < done.size(); ++i)
        done[i].kind = {.type = WEFT_SPAN_BOILERPLATE, .reason = "contents"};
      return;
    }
    const auto [first, last] = package_.labels.equal_range(path);
    if (first == last) return;
    constexpr std::size_t kLongest = 400;
    std::map<std::string, std::size_t> by_text;
    for (std::size_t i = mark; i < done.size(); ++i) {
      if (done[i].text.size() > kLongest) continue;
      const bool heading = done[i].kind.type == WEFT_SPAN_HEADING;
      if (!heading && done[i].kind.type != WEFT_SPAN_PARAGRAPH) continue;
      const auto [known, fresh] = by_text.try_emplace(comparison_key(done[i].text), i);
      if (!fresh && heading) known->second = i;  // a heading already says it
    }
    for (auto label = first; label != last; ++label) {
      const auto found = by_text.find(comparison_key(label->second.text));
      if (found == by_text.end()) continue;
      Block& block = done[found->second];
      if (block.kind.type == WEFT_SPAN_PARAGRAPH)
        block.kind = {.type = WEFT_SPAN_HEADING, .level = label->second.depth};
    }
  }

  ZipArchive archive_;
  std::vector<std::string>& warnings_;
  EpubPackage package_;
  BlockBuilder builder_;
  std::set<std::string> done_;
};

}  // namespace

BlockText read_epub(std::string_view bytes, const ZipLimits& limits,
                    std::vector<std::string>& warnings) {
  return EpubReader(bytes, limits, warnings).read();
}

}  // namespace weft
