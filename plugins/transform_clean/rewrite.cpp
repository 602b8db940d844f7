// SPDX-License-Identifier: Apache-2.0
/// Passes are kept as lists of moved ranges: a block's borders go through them by binary search.
#include "rewrite.hpp"

#include <algorithm>

namespace weft {

void Rewrite::apply(const std::vector<Edit>& edits) {
  if (edits.empty()) return;
  std::string made;
  made.reserve(current_.size());
  OffsetMapBuilder map;
  Pass pass;
  std::size_t done = 0;
  const auto copy = [&](std::size_t end) {
    map.copy(static_cast<std::uint32_t>(made.size()), done, static_cast<std::uint32_t>(end - done));
    made.append(current_, done, end - done);
  };
  for (const Edit& edit : edits) {
    copy(edit.begin);
    const std::size_t at = made.size();
    // Nothing may stand for nothing: a run needs bytes on both sides.
    if (!edit.text.empty() && edit.end > edit.begin) {
      map.whole(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(edit.text.size()),
                edit.begin, static_cast<std::uint32_t>(edit.end - edit.begin));
    }
    made += edit.text;
    pass.push_back({edit.begin, edit.end, at, made.size()});
    done = edit.end;
    ++counts_.at(static_cast<std::size_t>(edit.kind));
  }
  copy(current_.size());
  runs_ = passes_.empty() ? map.take() : compose(map.runs(), runs_);
  passes_.push_back(std::move(pass));
  current_ = std::move(made);
}

std::size_t Rewrite::moved(const Pass& pass, std::size_t offset, bool is_end) {
  // The first replacement that ends behind the offset; all before it only shift.
  const auto next = std::partition_point(pass.begin(), pass.end(),
                                         [&](const Moved& m) { return m.end <= offset; });
  const bool inside = next != pass.end() && next->begin < offset;
  if (inside) return is_end ? next->new_end : next->new_begin;
  if (next == pass.begin()) return offset;
  const Moved& last = *(next - 1);
  return last.new_end + (offset - last.end);
}

std::size_t Rewrite::begin_of(std::size_t original) const {
  for (const Pass& pass : passes_)
    original = moved(pass, original, false);
  return original;
}

std::size_t Rewrite::end_of(std::size_t original) const {
  for (const Pass& pass : passes_)
    original = moved(pass, original, true);
  return original;
}

}  // namespace weft
