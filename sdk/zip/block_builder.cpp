// SPDX-License-Identifier: Apache-2.0
/// Text into blocks: white space, side texts, neighbours that belong together.
#include "weft/zip/block_builder.hpp"

#include <weft/utf8.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace weft {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/// Characters that stand without spaces between them: Han, kana, full-width punctuation.
bool is_wide(char32_t point) {
  return (point >= 0x2E80 && point < 0xA4D0) || (point >= 0xF900 && point < 0xFB00) ||
         (point >= 0xFE30 && point < 0xFE50) || (point >= 0xFF00 && point < 0xFF61) ||
         (point >= 0x20000 && point < 0x32000);
}

bool ends_wide(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && at + 4 > text.size() && !on_border(text, --at)) {
  }
  return at < text.size() && sequence_size(text, at) > 0 && is_wide(next_code_point(text, at));
}

bool begins_wide(std::string_view text) {
  std::size_t at = 0;
  return sequence_size(text, 0) > 0 && is_wide(next_code_point(text, at));
}

constexpr std::array<std::string_view, 10> kSpaces = {" ",
                                                      "\t",
                                                      "\n",
                                                      "\xC2\xA0",
                                                      "\xE3\x80\x80",
                                                      "\xE2\x80\x82",
                                                      "\xE2\x80\x83",
                                                      "\xE2\x80\x89",
                                                      "\xE2\x80\x8B",
                                                      "\xE2\x80\xAF"};

std::size_t space_at_begin(std::string_view text) {
  for (const std::string_view space : kSpaces)
    if (text.starts_with(space)) return space.size();
  return 0;
}

std::size_t space_at_end(std::string_view text) {
  for (const std::string_view space : kSpaces)
    if (text.ends_with(space)) return space.size();
  return 0;
}

/// Leaves out the space at both ends; of code only at its end and whole empty lines before it.
void trim(std::string& text, bool is_code) {
  std::string_view rest = text;
  while (const std::size_t size = space_at_end(rest))
    rest.remove_suffix(size);
  if (is_code) {
    const std::size_t first = rest.find_first_not_of(" \t\n");
    const std::size_t line = first == std::string_view::npos ? first : rest.rfind('\n', first);
    if (line != std::string_view::npos) rest.remove_prefix(line + 1);
  } else {
    while (const std::size_t size = space_at_begin(rest))
      rest.remove_prefix(size);
  }
  if (rest.size() != text.size()) text = std::string(rest);
}

void move_to_end(std::vector<Block>& from, std::vector<Block>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  from.clear();
}

}  // namespace

BlockBuilder::BlockBuilder() : flows_(1), members_(1) {}

void BlockBuilder::set_member(std::string_view path) {
  if (members_.size() == 1 && members_.front().empty())
    members_.front() = path;
  else if (members_.back() != path)
    members_.emplace_back(path);
}

void BlockBuilder::ensure_open() {
  if (!flows_.back().open) begin({});
}

void BlockBuilder::text(std::string_view piece) {
  if (piece.empty()) return;
  ensure_open();
  Flow& flow = flows_.back();
  if (flow.space != 0) flow.block.text.push_back(' ');
  flow.space = 0;
  append_clean(flow.block.text, piece);
  ++written_;
}

void BlockBuilder::flowing_text(std::string_view piece) {
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t from = at;
    while (at < piece.size() && is_space(piece[at]))
      ++at;
    const std::string_view space = piece.substr(from, at - from);
    const std::size_t begin = at;
    while (at < piece.size() && !is_space(piece[at]))
      ++at;
    const std::string_view word = piece.substr(begin, at - begin);
    Flow& flow = flows_.back();
    if (!space.empty() && flow.open && !flow.block.text.empty() && flow.block.text.back() != '\n' &&
        flow.space != '\n')
      flow.space = space.find('\n') == std::string_view::npos ? ' ' : '\n';
    if (word.empty()) break;
    if (flow.space == '\n' && ends_wide(flow.block.text) && begins_wide(word)) flow.space = 0;
    text(word);
  }
}

void BlockBuilder::line_break() {
  Flow& flow = flows_.back();
  if (!flow.open || flow.block.text.empty()) return;
  flow.space = 0;
  flow.block.text.push_back('\n');
}

void BlockBuilder::begin(const BlockKind& kind) {
  end();
  Flow& flow = flows_.back();
  flow.open = true;
  flow.block.kind = kind;
  flow.block.member = static_cast<std::uint32_t>(members_.size() - 1);
  flow.block.container = open_containers_.empty() ? kNoBlock : open_containers_.back();
}

void BlockBuilder::end() {
  Flow& flow = flows_.back();
  if (!flow.open) return;
  flow.open = false;
  flow.space = 0;
  Block made = std::exchange(flow.block, Block());
  const bool is_code = made.kind.type == WEFT_SPAN_CODE;
  Block* last = flow.done.size() <= flow.barrier ? nullptr : &flow.done.back();
  if (is_code && last != nullptr && last->kind.type == WEFT_SPAN_CODE &&
      last->container == made.container && last->member == made.member && flow.beside.empty()) {
    last->text += '\n' + made.text;
    return;
  }
  // Code waits untrimmed for the lines that may follow.
  if (last != nullptr && last->kind.type == WEFT_SPAN_CODE) trim(last->text, true);
  if (!is_code) trim(made.text, false);
  if (!made.text.empty()) flow.done.push_back(std::move(made));
  move_to_end(flow.beside, flow.done);
}

std::size_t BlockBuilder::mark() {
  end();
  Flow& flow = flows_.back();
  flow.barrier = flow.done.size();
  return flow.barrier;
}

void BlockBuilder::open_side() {
  flows_.emplace_back();
}

void BlockBuilder::close_side() {
  if (flows_.size() < 2) return;
  end();
  Flow side = std::move(flows_.back());
  flows_.pop_back();
  Flow& flow = flows_.back();
  move_to_end(side.done, flow.open ? flow.beside : flow.done);
}

std::vector<Block> BlockBuilder::take_since(std::size_t mark) {
  end();
  std::vector<Block>& done = flows_.back().done;
  const auto first = done.begin() + static_cast<std::ptrdiff_t>(std::min(mark, done.size()));
  std::vector<Block> out(std::make_move_iterator(first), std::make_move_iterator(done.end()));
  done.erase(first, done.end());
  return out;
}

void BlockBuilder::put(std::vector<Block> blocks) {
  end();
  move_to_end(blocks, flows_.back().done);
}

BlockText BlockBuilder::finish() {
  while (flows_.size() > 1)
    close_side();
  end();
  BlockText out;
  out.blocks = std::move(flows_.back().done);
  for (Block& block : out.blocks) {
    if (block.kind.type == WEFT_SPAN_CODE) trim(block.text, true);
  }
  out.blocks.erase(std::remove_if(out.blocks.begin(), out.blocks.end(),
                                  [](const Block& block) { return block.text.empty(); }),
                   out.blocks.end());
  out.containers = std::move(containers_);
  out.members = std::move(members_);
  *this = BlockBuilder();
  return out;
}

}  // namespace weft
