// SPDX-License-Identifier: Apache-2.0
/// Reads members of a zip archive that lies in memory, and refuses bombs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// What a reader puts up with. Sizes are bytes of uncompressed content.
struct ZipLimits {
  std::uint64_t total = std::uint64_t{256} << 20U;  ///< of all members read together
  std::uint64_t ratio = 200;                        ///< uncompressed : compressed, of one member
  std::uint64_t ratio_from = std::uint64_t{16} << 20U;  ///< smaller members may exceed the ratio
  std::size_t members = 10000;                          ///< entries of the archive
};

/// An archive in memory. Nothing is ever written, and archives inside it are never opened. One
/// thread at a time. Errors are weft::Error and name the member:
/// - INPUT: no zip, cut off, a member that is damaged or of another size than it claims;
/// - UNSUPPORTED: an encrypted member; a method other than stored and deflated;
/// - LIMIT: one of ZipLimits is passed.
class ZipArchive {
 public:
  /// `bytes` are borrowed and must outlive the archive.
  explicit ZipArchive(std::string_view bytes, const ZipLimits& limits = {});
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  /// Names of the members as they stand in the archive, in its order; folders (ending "/") too.
  [[nodiscard]] const std::vector<std::string>& names() const;

  /// The member of that path, or an empty view. "\" counts as "/", a leading "/" or "./" as
  /// nothing; ASCII case is ignored where no member has the very name. The first of several wins.
  [[nodiscard]] std::string_view find(std::string_view path) const;
  [[nodiscard]] bool has(std::string_view path) const { return !find(path).empty(); }

  /// The whole member, checked against its checksum and size. Throws INPUT when it is absent.
  [[nodiscard]] std::string read(std::string_view path);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// `path` relative to the folder of the member `base`, with "." and ".." resolved and %XX decoded;
/// "/x" is relative to the archive. What follows "#" or "?" is left out. Any thread.
std::string resolve_member(std::string_view base, std::string_view path);

/// Names of the members whose headers lie whole in the first bytes of an archive: enough to tell a
/// format by. Empty when `head` does not begin with a zip's signature. Any thread.
std::vector<std::string_view> zip_names_in(std::string_view head);

/// The content of a first member named "mimetype" that is stored, as ODF and EPUB prescribe; empty
/// when there is none. Any thread.
std::string_view zip_mimetype(std::string_view head);

}  // namespace weft
