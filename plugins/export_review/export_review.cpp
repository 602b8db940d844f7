// SPDX-License-Identifier: Apache-2.0
/// Writes sentence pairs as one page on which people accept, reject, merge and split them.
#include <xxhash.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "page.hpp"
#include "review_blocks.hpp"
#include "weft/exports/output_scope.hpp"
#include "weft/exports/pair_filter.hpp"
#include "weft/plugin.hpp"
#include "weft/undo.hpp"

namespace {

constexpr const char* kId = "export_review";

/// A running XXH3-128 of what the page holds.
class ContentHash {
 public:
  ContentHash() : state_(XXH3_createState(), XXH3_freeState) { restart(); }
  ContentHash& operator=(const ContentHash& other) {
    XXH3_copyState(state_.get(), other.state_.get());
    return *this;
  }

  void restart() { XXH3_128bits_reset(state_.get()); }
  void add(std::string_view bytes) {
    XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
  }
  [[nodiscard]] std::string hex() const {
    XXH128_canonical_t digest;
    XXH128_canonicalFromHash(&digest, XXH3_128bits_digest(state_.get()));
    std::string out;
    for (const unsigned char byte : digest.digest) {
      out += "0123456789abcdef"[byte >> 4U];
      out += "0123456789abcdef"[byte & 15U];
    }
    return out;
  }

 private:
  std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state_;
};

class ExportReview : public weft::UndoingExporter {
 public:
  explicit ExportReview(const weft::Options& options) : filter_(options) {
    const std::string to = options.string("to");
    if (!weft::is_output_per_document(to) && to.find("{lang}") != to.npos) {
      throw weft::Error(WEFT_E_CONFIG, std::string(kId) + ": to=\"" + to +
                                           "\" keeps several pages open at once; put {stem} or "
                                           "{id} beside {lang}, or take {lang} out");
    }
  }

  void head(weft::Sink& sink) override {
    hash_.restart();
    sink.write(weft::page_head());
  }

  void write(weft::Document& document, weft::Sink& sink) override {
    hash_before_ = hash_;
    blocks_.mark();
    const std::vector<weft::Pair> pairs = filter_.read(document);
    if (pairs.empty()) {
      document.pass("no pairs to review");
      return;
    }
    for (const std::string& block : blocks_.add(document, pairs))
      write_block(block, sink);
    sink.context().count(pairs_, static_cast<double>(pairs.size()));
  }

  void undo() override {
    filter_.undo();
    blocks_.undo();
    hash_ = hash_before_;
  }

  void tail(weft::Sink& sink) override {
    const std::string rest = blocks_.take();
    if (!rest.empty()) write_block(rest, sink);
    sink.write(weft::page_tail({hash_.hex(), filter_.source_range(), filter_.target_range(),
                                weft::made_by(sink.context())}));
  }

 private:
  void write_block(std::string_view block, weft::Sink& sink) {
    hash_.add(block);
    sink.write(weft::page_block(block));
  }

  weft::PairFilter filter_;
  weft::ReviewBlocks blocks_;
  ContentHash hash_;
  ContentHash hash_before_;  ///< the last document
  weft_id pairs_ = weft::name("pairs-to-review");
};

/// A reviewer has to see what was left without a partner.
std::vector<weft::Param> params() {
  std::vector<weft::Param> all = weft::PairFilter::params();
  std::erase_if(
      all, [](const weft::Param& param) { return param.name == std::string_view("lang-map"); });
  for (weft::Param& param : all) {
    if (param.name == std::string_view("null-beads")) param.def = "true";
  }
  return all;
}

}  // namespace

WEFT_UNDOING_PLUGIN(ExportReview, .id = kId, .version = "0.1.0",
                    .doc = "Writes sentence pairs as one page on which people review them.",
                    .threading = WEFT_SERIAL, .params = params(), .needs = {WEFT_LINK_BEAD},
                    .media_types = {"text/html"})
