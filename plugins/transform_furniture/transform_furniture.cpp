// SPDX-License-Identifier: Apache-2.0
/// Marks blocks that recur over a site's documents as boilerplate.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "block_key.hpp"
#include "site_furniture.hpp"
#include "weft/plugin.hpp"

namespace {

constexpr std::uint16_t kShort = 3 * 4;  // words in quarters

struct Block {
  weft_span span;
  weft::BlockKey key;
  bool heading = false;
  bool candidate = false;    ///< of a type that may be furniture, and not the title
  bool boilerplate = false;  ///< marked by the parser already
  bool marked = false;
};

class TransformFurniture : public weft::CorpusStage {
 public:
  explicit TransformFurniture(const weft::Options& options)
      : thresholds_{static_cast<std::uint64_t>(options.integer("documents")),
                    options.real("share")},
        most_(options.real("most")) {
    for (const char* type : {WEFT_SPAN_PARAGRAPH, WEFT_SPAN_LIST_ITEM, WEFT_SPAN_QUOTE})
      body_.insert(weft::name(type));
    for (const char* type : {WEFT_SPAN_TABLE_CELL, WEFT_SPAN_CODE, WEFT_SPAN_TITLE, WEFT_SPAN_DECK,
                             WEFT_SPAN_CAPTION, WEFT_SPAN_BIO, WEFT_SPAN_FOOTNOTE})
      never_.insert(weft::name(type));
  }

  std::string observe(const weft::Document& document) override {
    weft::DocumentNote note{site_of(document), {}};
    for (const Block& block : blocks_of(document)) {
      if (block.candidate && block.key.key != 0) note.blocks.push_back(block.key);
    }
    return weft::write_note(note);
  }

  void settle(const std::vector<std::string_view>&, const std::vector<std::string_view>& notes,
              weft::Groups& groups) override {
    std::vector<weft::DocumentNote> read;
    read.reserve(notes.size());
    std::map<std::uint64_t, std::vector<const weft::DocumentNote*>> sites;
    for (const std::string_view note : notes) {
      read.push_back(weft::read_note(note));
      sites[read.back().site].push_back(&read.back());
    }
    for (const auto& [site, documents] : sites) {
      groups.context().check_cancelled();
      weft::find_furniture(documents, thresholds_, furniture_);
    }
  }

  void regroup(const std::vector<const weft::Document*>&, weft::Document&) override {}

  void process(weft::Document& document) override {
    std::vector<Block> blocks = blocks_of(document);
    mark(blocks, site_of(document));
    std::uint64_t marked = 0;
    std::uint64_t all = 0;
    for (const Block& block : blocks) {
      if (block.candidate) all += block.key.words;
      if (block.marked) marked += block.key.words;
    }
    if (marked == 0) {
      document.pass("nothing that recurs over its site");
      return;
    }
    if (static_cast<double>(marked) > most_ * static_cast<double>(all)) {
      document.pass("nearly all of it recurs over its site");
      return;
    }
    for (const Block& block : blocks) {
      if (!block.marked) continue;
      weft_span span = block.span;
      span.type = boilerplate_;
      document.change_span(span);
      document.set(weft::on_span(span.id), reason_, "site-furniture");
      document.context().count(blocks_marked_);
    }
  }

 private:
  /// The host of its URL, else the site's name, else the folder it lies in.
  [[nodiscard]] std::uint64_t site_of(const weft::Document& document) const {
    std::string_view site = document.string({}, url_);
    const std::size_t host = site.find("://");
    site = host == std::string_view::npos ? std::string_view{} : site.substr(host + 3);
    site = site.substr(0, site.find_first_of("/?#"));
    if (site.substr(0, 4) == "www.") site.remove_prefix(4);
    if (site.empty()) site = document.string({}, site_);
    std::string folder;
    if (site.empty()) {
      const std::size_t slash = document.id().find_last_of('/');
      folder =
          "/" + std::string(document.id().substr(0, slash == std::string_view::npos ? 0 : slash));
      site = folder;
    }
    return XXH3_64bits(site.data(), site.size());
  }

  [[nodiscard]] std::vector<Block> blocks_of(const weft::Document& document) const {
    const std::uint64_t title = weft::key_of(document.string({}, title_)).key;
    std::vector<weft_span> spans;
    for (const weft_span& span : document.spans()) {
      const bool block = span.type == boilerplate_ || span.type == heading_ ||
                         body_.count(span.type) != 0 || never_.count(span.type) != 0;
      if (block && document.is_leaf(span.view)) spans.push_back(span);
    }
    weft::Document::sort_in_text_order(spans);
    std::vector<Block> out;
    for (const weft_span& span : spans) {
      Block block{span, {}};
      block.boilerplate = span.type == boilerplate_;
      block.heading = span.type == heading_;
      if (!block.boilerplate && never_.count(span.type) == 0) {
        block.key = weft::key_of(document.text(span));
        block.candidate = block.key.key != 0 && block.key.key != title;
      }
      out.push_back(block);
    }
    return out;
  }

  /// Long blocks by themselves; short ones and headings only in company: a heading before what is
  /// marked, a short block beside it or at either end of the document.
  void mark(std::vector<Block>& blocks, std::uint64_t site) const {
    std::vector<bool> recurs(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      Block& block = blocks[i];
      recurs[i] = block.candidate && furniture_.has(site, block.key.key);
      const bool edge = i == 0 || i + 1 == blocks.size();
      block.marked = recurs[i] && !block.heading && (edge || block.key.words >= kShort);
    }
    // Short items beside a parser's boilerplate are as often fields of a product or a table.
    const auto is_company = [&](std::size_t i, std::size_t other) {
      const bool item = blocks[i].span.type == list_item_;
      return recurs[i] && (blocks[other].marked || (blocks[other].boilerplate && !item));
    };
    for (std::size_t i = blocks.size(); i-- > 0;) {
      if (i + 1 < blocks.size() && is_company(i, i + 1)) blocks[i].marked = true;
    }
    for (std::size_t i = 1; i < blocks.size(); ++i) {
      if (!blocks[i].heading && is_company(i, i - 1)) blocks[i].marked = true;
    }
  }

  weft::Thresholds thresholds_;
  double most_;
  weft::Furniture furniture_;
  std::set<weft_id> body_;
  std::set<weft_id> never_;
  weft_id heading_ = weft::name(WEFT_SPAN_HEADING);
  weft_id list_item_ = weft::name(WEFT_SPAN_LIST_ITEM);
  weft_id boilerplate_ = weft::name(WEFT_SPAN_BOILERPLATE);
  weft_id reason_ = weft::name(WEFT_KEY_REASON);
  weft_id url_ = weft::name(WEFT_KEY_URL);
  weft_id site_ = weft::name(WEFT_KEY_SITE);
  weft_id title_ = weft::name(WEFT_KEY_TITLE);
  weft_id blocks_marked_ = weft::name("furniture-marked");
};

}  // namespace

WEFT_PLUGIN(TransformFurniture, .id = "transform_furniture", .version = "0.1.0",
            .doc = "Marks blocks that recur over a site's documents as boilerplate.",
            .threading = WEFT_REENTRANT, .flags = WEFT_CORPUS_SCOPE,
            .params = {{.name = "documents",
                        .type = WEFT_TYPE_INTEGER,
                        .def = "3",
                        .doc = "Documents of a site, differing otherwise, that a block must be in.",
                        .min = "2",
                        .max = "1000000"},
                       {.name = "share",
                        .type = WEFT_TYPE_REAL,
                        .def = "0.2",
                        .doc = "Share of the site's documents that a block must be in.",
                        .min = "0",
                        .max = "1"},
                       {.name = "most",
                        .type = WEFT_TYPE_REAL,
                        .def = "0.6",
                        .doc = "Share of a document's words beyond which nothing of it is marked.",
                        .min = "0",
                        .max = "1"}},
            .gives = {WEFT_SPAN_BOILERPLATE})
