// SPDX-License-Identifier: Apache-2.0
/// Inflating members one behind another, and finding the next one behind damage.
#include "gzip_feed.hpp"

#include <algorithm>
#include <utility>

namespace weft::warc {
namespace {

constexpr std::size_t kStep = 65536;
constexpr std::string_view kMagic = "\x1F\x8B\x08";
// Text of pages deflates to a tenth, of the emptiest tables to a fiftieth.
constexpr std::uint64_t kBombBytes = std::uint64_t{64} << 20U;
constexpr std::uint64_t kBombRatio = 250;
// How much of a file may be looked at a second time because of damage.
constexpr std::uint64_t kRepeatedBytes = std::uint64_t{64} << 20U;

}  // namespace

GzipFeed::GzipFeed(std::string_view file) : file_(file), rest_(file) {
  begin_member();
}

void GzipFeed::begin_member() {
  members_.push_back({skipped_ + (text_.size() - begin_), position()});
  forget_members();
  inflater_.restart();
  member_out_ = 0;
  in_member_ = true;
}

/// Of those that end in front of the place, or are empty.
void GzipFeed::forget_members() {
  while (members_.size() > 1 && members_[1].text <= skipped_)
    members_.pop_front();
}

std::string_view GzipFeed::peek(std::size_t wanted) {
  // Here and not in skip: what was peeked last may be skipped and still in use.
  if (begin_ > kStep && begin_ * 2 > text_.size()) {
    text_.erase(0, begin_);
    begin_ = 0;
  }
  while (text_.size() - begin_ < wanted && !damage_) {
    if (!in_member_ && rest_.empty()) break;
    inflate_some();
  }
  return std::string_view(text_).substr(begin_);
}

void GzipFeed::skip(std::size_t count) {
  begin_ += count;
  skipped_ += count;
  forget_members();
}

void GzipFeed::inflate_some() {
  if (!in_member_) {
    if (rest_.starts_with(kMagic)) {
      begin_member();
    } else {
      find_member(position());
      return;
    }
  }
  const std::size_t before = text_.size();
  const std::size_t left = rest_.size();
  const Inflater::State state = inflater_.step(rest_, text_, kStep);
  member_out_ += text_.size() - before;
  const std::uint64_t member_in = position() - members_.back().offset;
  if (state == Inflater::State::ended) {
    in_member_ = false;
  } else if (state == Inflater::State::damaged) {
    fail(std::string(inflater_.reason()));
  } else if (member_out_ > kBombBytes && member_out_ / kBombRatio > member_in) {
    fail("it inflates more than " + std::to_string(kBombRatio) + "-fold");
  } else if (text_.size() == before && rest_.size() == left) {
    fail("the file ends inside it");
  }
}

void GzipFeed::fail(std::string reason) {
  damage_ = Damage{members_.back().offset, std::move(reason), true};
  damaged_text_ = members_.back().text;
}

std::uint64_t GzipFeed::offset() const {
  return members_.front().offset;
}

std::optional<std::size_t> GzipFeed::next_member() const {
  if (members_.size() < 2) return {};
  return members_[1].text - skipped_;
}

std::optional<Damage> GzipFeed::damage(std::size_t behind) const {
  std::optional<Damage> out = damage_;
  if (out) out->in_this_member = damaged_text_ < skipped_ + behind;
  return out;
}

void GzipFeed::recover() {
  if (!damage_) return;
  skip(text_.size() - begin_);
  std::size_t from = damage_->offset + 1;
  // A damaged member may have run over the ones behind it: look there again, but not for ever.
  repeated_ += position() - std::min(from, position());
  if (repeated_ > kRepeatedBytes + file_.size()) from = std::max(from, position());
  damage_.reset();
  find_member(from);
}

/// Sets the place in the file to the next member that holds a record, or to the end.
void GzipFeed::find_member(std::size_t from) {
  const std::size_t old = position();
  in_member_ = false;
  for (std::size_t at = file_.find(kMagic, from); at != std::string_view::npos;
       at = file_.find(kMagic, at + 1)) {
    if (!holds_record(at)) continue;
    rest_ = file_.substr(at);
    if (from >= old) garbage_ += at - from;
    begin_member();
    return;
  }
  rest_ = {};
  const std::string_view behind = file_.substr(std::min(from, file_.size()));
  if (from >= old && behind.find_first_not_of('\0') != std::string_view::npos)
    garbage_ += behind.size();
}

bool GzipFeed::holds_record(std::size_t at) {
  probe_.restart();
  std::string_view in = file_.substr(at, kStep);
  std::string text;
  probe_.step(in, text, 64);
  return begins_record(text);
}

std::uint64_t GzipFeed::take_garbage() {
  return std::exchange(garbage_, 0);
}

}  // namespace weft::warc
