// SPDX-License-Identifier: Apache-2.0
/// Whole files, unpacked where gzip or bzip2 packed them.
#pragma once

#include <string>
#include <string_view>

namespace weft {

/// The bytes of a file. Throws Error(WEFT_E_CONFIG) naming it.
std::string read_whole_file(const std::string& path);

/// `bytes` unpacked when they are gzip (all members of it) or bzip2, else as they are. Throws
/// Error(WEFT_E_INPUT) naming `path` when they are broken, WEFT_E_LIMIT past 4 GiB.
std::string unpack(std::string bytes, const std::string& path);

}  // namespace weft
