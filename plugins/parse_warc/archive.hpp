// SPDX-License-Identifier: Apache-2.0
/// The records of an archive, one behind another, and the way on behind what is damaged.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "feed.hpp"
#include "header_fields.hpp"

namespace weft::warc {

struct Record {
  std::uint64_t offset = 0;  ///< byte of the file where it begins; of its gzip member
  HeaderFields fields;
  std::uint64_t size = 0;  ///< of its block
  std::string_view block;  ///< empty when too_large; valid until the next call
  bool too_large = false;
};

/// Reads a WARC file of version 1.0 or 1.1, or one that resembles it. One thread at a time.
class Archive {
 public:
  /// `file` stays where it is. Blocks above `max_block` bytes are passed over.
  Archive(std::string_view file, std::uint64_t max_block);

  /// The next record; nothing at the end. Throws Error(WEFT_E_INPUT), naming the place, for a
  /// record that is damaged; the next call goes on with the one behind it.
  std::optional<Record> next();

  /// Bytes between records that belong to none, since this was last asked.
  std::uint64_t take_garbage();

 private:
  bool find_record();
  void read_header(Record& record);
  void read_block(Record& record);
  void pass_over(const Record& record);
  void stop_at_member(const Record& record, std::string_view text, std::uint64_t left);
  void check_end(const Record& record, std::string_view text);
  std::uint64_t resync();
  [[nodiscard]] std::optional<std::size_t> cut_by_member(std::string_view text) const;
  [[noreturn]] void lose(const Record& record, std::string why);

  std::unique_ptr<Feed> feed_;
  std::uint64_t max_block_;
  std::uint64_t garbage_ = 0;
};

}  // namespace weft::warc
