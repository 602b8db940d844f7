// SPDX-License-Identifier: Apache-2.0
/// A feed over gzip members: one a record as archives are written, or any others.
#pragma once

#include <deque>

#include "feed.hpp"
#include "inflater.hpp"

namespace weft::warc {

class GzipFeed final : public Feed {
 public:
  explicit GzipFeed(std::string_view file);

  std::string_view peek(std::size_t wanted) override;
  void skip(std::size_t count) override;
  [[nodiscard]] std::uint64_t offset() const override;
  [[nodiscard]] bool is_compressed() const override { return true; }
  [[nodiscard]] std::optional<std::size_t> next_member() const override;
  [[nodiscard]] std::optional<Damage> damage(std::size_t behind) const override;
  void recover() override;
  std::uint64_t take_garbage() override;

 private:
  struct Member {
    std::uint64_t text = 0;    ///< place of its first byte in the inflated text
    std::uint64_t offset = 0;  ///< in the file
  };
  void inflate_some();
  void begin_member();
  void forget_members();
  void find_member(std::size_t from);
  bool holds_record(std::size_t at);
  void fail(std::string reason);
  [[nodiscard]] std::size_t position() const { return file_.size() - rest_.size(); }

  std::string_view file_;
  std::string_view rest_;  ///< of the file, not yet inflated
  Inflater inflater_{Wrapping::gzip};
  Inflater probe_{Wrapping::gzip};
  std::string text_;            ///< inflated; what is in front of begin_ is gone
  std::size_t begin_ = 0;       ///< of what was not skipped yet, in text_
  std::uint64_t skipped_ = 0;   ///< place of begin_ in the inflated text
  std::deque<Member> members_;  ///< the one that the place lies in, and those behind it
  std::uint64_t member_out_ = 0;
  bool in_member_ = false;
  std::optional<Damage> damage_;
  std::uint64_t damaged_text_ = 0;  ///< where the damaged member begins in the inflated text
  std::uint64_t repeated_ = 0;      ///< bytes of the file looked at once more after damage
  std::uint64_t garbage_ = 0;
};

}  // namespace weft::warc
