// SPDX-License-Identifier: Apache-2.0
/// The one exception type of host and plugins: a status class, words for a person, and a place.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include "weft/abi.h"

namespace weft {

/// What went wrong. `status` is a WEFT_E_... class that decides what the host does; the message
/// names the thing, the place and the cure; `source`, `begin`, `end` (bytes of that source) say
/// where, 0 = not known.
class Error : public std::runtime_error {
 public:
  Error(weft_status status, const std::string& message, weft_id source = 0, std::uint64_t begin = 0,
        std::uint64_t end = 0)
      : std::runtime_error(message), status_(status), source_(source), begin_(begin), end_(end) {}

  [[nodiscard]] weft_status status() const noexcept { return status_; }
  [[nodiscard]] weft_id source() const noexcept { return source_; }
  [[nodiscard]] std::uint64_t begin() const noexcept { return begin_; }
  [[nodiscard]] std::uint64_t end() const noexcept { return end_; }

 private:
  weft_status status_;
  weft_id source_;
  std::uint64_t begin_;
  std::uint64_t end_;
};

}  // namespace weft
