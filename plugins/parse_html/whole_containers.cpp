// SPDX-License-Identifier: Apache-2.0
/// One look at every table and list element; the rest is counting.
#include "whole_containers.hpp"

namespace weft {
namespace {

// What a table holds, direct and indirect.
struct TableShape {
  std::uint32_t cells = 0;  ///< with text
  bool plain = true;        ///< no table inside, no cell that lays out a part of the page
};

TableShape shape_of(const PageProfile& profile, std::uint32_t table) {
  constexpr std::uint32_t kCellBlocks = 6;
  constexpr float kCellLength = 60;
  const HtmlTree& tree = profile.tree();
  TableShape shape;
  for (std::uint32_t node = table + 1; node < tree[table].end_node && shape.plain; ++node) {
    // Ends at the first table inside, so that nested tables cost no more than their tags.
    const Tag tag = tree[node].tag;
    if (tag == Tag::table || tag == Tag::form) shape.plain = false;
    if ((tag != Tag::td && tag != Tag::th) || profile.sums(node).blocks == 0) continue;
    ++shape.cells;
    if (profile.sums(node).blocks > kCellBlocks || profile.sums(node).length > kCellLength)
      shape.plain = false;
  }
  return shape;
}

// Items of one block each and nothing else.
bool is_simple_list(const PageProfile& profile, std::uint32_t list) {
  constexpr std::uint32_t kFewItems = 4;
  const HtmlTree& tree = profile.tree();
  std::uint32_t items = 0;
  for (std::uint32_t node = tree[list].first_child; node != kNoNode;
       node = tree[node].next_sibling) {
    if (profile.sums(node).blocks == 0) continue;
    if (tree[node].tag != Tag::li || profile.sums(node).blocks > 1) return false;
    ++items;
  }
  return items >= kFewItems && items == profile.sums(list).blocks;
}

struct Kept {
  float length = 0;
  float all_length = 0;
  float blocks = 0;
  float all_blocks = 0;
};

Kept count_kept(const PageProfile& profile, const WholeContainer& container,
                const std::vector<bool>& kept) {
  Kept sum;
  for (std::uint32_t i = container.first_block; i < container.end_block; ++i) {
    const float length = 1 + profile.page().blocks[i].stats.length();
    sum.all_length += length;
    sum.all_blocks += 1;
    if (!kept[i]) continue;
    sum.length += length;
    sum.blocks += 1;
  }
  return sum;
}

}  // namespace

std::vector<WholeContainer> find_whole_containers(const PageProfile& profile) {
  constexpr std::uint32_t kFewCells = 4;
  const HtmlTree& tree = profile.tree();
  std::vector<WholeContainer> containers;
  for (std::uint32_t node = 0; node < tree.size(); ++node) {
    const SubtreeSums& sums = profile.sums(node);
    const Tag tag = tree[node].tag;
    const bool list = tag == Tag::ul || tag == Tag::ol;
    if ((tag != Tag::table && !list) || sums.blocks < 2) continue;
    if (list && !is_simple_list(profile, node)) continue;
    if (!list) {
      const TableShape shape = shape_of(profile, node);
      if (!shape.plain || shape.cells < kFewCells) continue;
    }
    containers.push_back({sums.first_block, sums.first_block + sums.blocks, !list});
  }
  return containers;
}

void keep_whole(const PageProfile& profile, const std::vector<WholeContainer>& containers,
                std::vector<bool>& kept) {
  constexpr float kHalf = 0.5F;
  constexpr float kMost = 0.7F;
  for (const WholeContainer& container : containers) {
    const Kept sum = count_kept(profile, container, kept);
    const bool whole = container.table ? sum.length >= kHalf * sum.all_length
                                       : sum.length >= kMost * sum.all_length &&
                                             sum.blocks >= kMost * sum.all_blocks;
    if (!container.table && !whole) continue;
    for (std::uint32_t i = container.first_block; i < container.end_block; ++i)
      kept[i] = whole;
  }
}

}  // namespace weft
