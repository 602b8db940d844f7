// SPDX-License-Identifier: Apache-2.0
/// Turns typed blocks into spans: containers around lists, tables and figures, credits inside
/// captions.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "block_types.hpp"
#include "page_profile.hpp"
#include "typed_page.hpp"

namespace weft {

/// Builds the spans of one page and remembers which span a block became.
class SpanBuilder {
 public:
  SpanBuilder(const PageProfile& profile, const std::vector<BlockType>& types);

  /// The spans in text order, containers before what they hold. Call it once.
  std::vector<TypedSpan> build();

  /// The span of a block; kNoSpan for kNoNode. After build().
  [[nodiscard]] std::uint32_t span_of(std::uint32_t block) const;

  /// The first span of a type, or kNoSpan. After build().
  [[nodiscard]] std::uint32_t first_of(std::string_view type) const;

 private:
  struct Container {
    std::uint32_t node;
    std::uint32_t first_block;
    std::uint32_t last_block;
    std::uint32_t span;
  };

  void find_containers();
  void open_containers(std::uint32_t block);
  void add_block(std::uint32_t block);
  void place_cell(std::uint32_t block);
  [[nodiscard]] bool holds_content(const Container& container, std::string_view type) const;

  const PageProfile& profile_;
  const std::vector<BlockType>& types_;
  std::vector<TypedSpan> spans_;
  std::vector<std::uint32_t> span_of_;
  std::vector<Container> containers_;
  std::vector<Container> open_;
  std::size_t next_container_ = 0;

  /// The cell of a table that a block was last in.
  struct Place {
    std::uint32_t row_node = kNoNode;
    std::uint32_t cell_node = kNoNode;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
  };
  std::unordered_map<std::uint32_t, Place> places_;  ///< by table
};

}  // namespace weft
