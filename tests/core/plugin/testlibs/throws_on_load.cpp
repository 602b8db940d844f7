// SPDX-License-Identifier: Apache-2.0
/// A library whose static constructor throws.
#include <stdexcept>

#include <weft/abi.h>

namespace {

struct Thrower {
  Thrower() { throw std::runtime_error("the model is missing"); }
};
const Thrower thrower;  // NOLINT(cert-err58-cpp): that is the point

}  // namespace

const weft_plugin* WEFT_CALL weft_entry(std::uint32_t) {
  return nullptr;
}
