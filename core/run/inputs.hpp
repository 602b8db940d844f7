// SPDX-License-Identifier: Apache-2.0
/// The inputs of a run: which files, in which order, under which ids.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace weft {

/// One file to read. Special files, unreadable folders and the like are inputs too, with the reason
/// why they cannot be read, so that nothing a user pointed at goes missing silently.
struct Input {
  std::string
      id;  ///< path below the corpus root, '/' between parts, valid UTF-8; unique in the run
  std::filesystem::path path;
  std::uint64_t size = 0;  ///< bytes
  std::string problem;     ///< why it cannot be read; empty when it can
};

/// Where inputs come from.
struct InputQuery {
  /// Folders (searched) and files (taken as they are).
  std::vector<std::filesystem::path> roots;
  std::vector<std::string> include;  ///< empty: every file that is not hidden
  std::vector<std::string> exclude;
};

/// The inputs, sorted by the bytes of their ids, whatever order the disk has them in. Symbolic
/// links to files are followed, links to folders are not (they may loop). With several roots an id
/// starts with its root's last part where it would not be unique otherwise. Throws
/// Error(WEFT_E_CONFIG) for a root that does not exist.
std::vector<Input> list_inputs(const InputQuery& query);

}  // namespace weft
