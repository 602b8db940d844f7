// SPDX-License-Identifier: Apache-2.0
/// The text of an archive from front to back, whether its file is compressed or not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace weft::warc {

/// Where a file cannot be inflated any further.
struct Damage {
  std::uint64_t offset = 0;  ///< byte of the file
  std::string reason;
  bool in_this_member = true;  ///< false: in one that begins behind the place asked about
};

/// Bytes in front of a place that only moves forward.
class Feed {
 public:
  Feed() = default;
  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;
  virtual ~Feed() = default;

  /// The next `wanted` bytes or more; fewer at the end and in front of damage. Valid until the next
  /// peek or recover.
  virtual std::string_view peek(std::size_t wanted) = 0;
  /// `count` is at most what peek gave last.
  virtual void skip(std::size_t count) = 0;
  /// Byte of the file where this place is; in a compressed file, where its gzip member begins.
  [[nodiscard]] virtual std::uint64_t offset() const = 0;
  [[nodiscard]] virtual bool is_compressed() const { return false; }
  /// Distance from here to the next start of a gzip member among the bytes peeked, if there is one.
  [[nodiscard]] virtual std::optional<std::size_t> next_member() const { return {}; }
  /// Set when peek gave less than asked because of damage. `behind`: distance from here.
  [[nodiscard]] virtual std::optional<Damage> damage(std::size_t /*behind*/) const { return {}; }
  /// Goes on at the next gzip member behind the damage that holds a record, or at the end.
  virtual void recover() {}
  /// Bytes between gzip members that are none, since it was last asked.
  virtual std::uint64_t take_garbage() { return 0; }
};

/// By the file's first bytes.
std::unique_ptr<Feed> make_feed(std::string_view file);

/// True for the first bytes of an archive, compressed or not.
bool begins_archive(std::string_view head);

/// True for "WARC/1.0" and a line's end: what every record begins with.
bool begins_record(std::string_view text);

}  // namespace weft::warc
