// SPDX-License-Identifier: Apache-2.0
/// What surrounds each block: sums over subtrees, repeated templates, the densest part of the page.
#pragma once

#include <cstdint>
#include <vector>

#include "class_hints.hpp"
#include "html_tree.hpp"
#include "page_text.hpp"

namespace weft {

/// Sums over the blocks of a subtree.
struct SubtreeSums {
  float length = 0;     ///< TextStats::length()
  float linked = 0;     ///< the part of it in links
  float sentences = 0;  ///< blocks that end a sentence
  float gain = 0;       ///< how much more like prose than like furniture; negative for furniture
  std::uint32_t blocks = 0;
  std::uint32_t first_block = 0;  ///< the blocks of a subtree follow each other
};

/// Blocks made by one template: same tag and class for the block, its parent and its grandparent.
struct Repetition {
  std::uint32_t blocks = 0;
  float length = 0;
  float linked = 0;
};

/// A page seen from above. Borrows the tree and the text, which must outlive it.
class PageProfile {
 public:
  PageProfile(const HtmlTree& tree, const PageText& page);

  [[nodiscard]] const HtmlTree& tree() const { return tree_; }
  [[nodiscard]] const PageText& page() const { return page_; }
  [[nodiscard]] const SubtreeSums& sums(std::uint32_t node) const { return sums_[node]; }
  [[nodiscard]] HintSet hints(std::uint32_t node) const { return hints_[node]; }
  [[nodiscard]] bool hidden(std::uint32_t node) const { return hidden_[node]; }
  [[nodiscard]] const Repetition& repetition(std::uint32_t block) const {
    return repetitions_[signature_[block]];
  }
  /// How often the text of the block stands on the page.
  [[nodiscard]] std::uint32_t copies(std::uint32_t block) const { return copies_[block]; }
  /// The node whose subtree has the greatest gain: readability's "top candidate", found exactly.
  [[nodiscard]] std::uint32_t best_node() const { return best_node_; }
  /// Blocks [window_begin, window_end): the run of blocks with the greatest gain (maximum
  /// subsequence segmentation, Pasternack and Roth, "Extracting Article Text from the Web", WWW
  /// 2009).
  [[nodiscard]] std::uint32_t window_begin() const { return window_begin_; }
  [[nodiscard]] std::uint32_t window_end() const { return window_end_; }
  /// Of one block: positive for prose, negative for short or linked text.
  [[nodiscard]] float gain(std::uint32_t block) const { return gain_[block]; }

 private:
  void sum_blocks();
  void find_repetitions();
  void find_best_node();
  void find_window();
  [[nodiscard]] std::uint64_t template_of(std::uint32_t node) const;

  const HtmlTree& tree_;
  const PageText& page_;
  std::vector<SubtreeSums> sums_;
  std::vector<HintSet> hints_;
  std::vector<bool> hidden_;
  std::vector<float> gain_;
  std::vector<std::uint32_t> signature_;  ///< per block: index of its repetition
  std::vector<std::uint32_t> copies_;
  std::vector<Repetition> repetitions_;
  std::uint32_t best_node_ = 0;
  std::uint32_t window_begin_ = 0;
  std::uint32_t window_end_ = 0;
};

}  // namespace weft
