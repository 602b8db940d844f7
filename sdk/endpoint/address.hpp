// SPDX-License-Identifier: Apache-2.0
/// The address of an endpoint, and whether it may be talked to.
#pragma once

#include <string>

namespace weft {

struct Address {
  std::string base;       ///< without a slash at its end
  bool loopback = false;  ///< this machine itself: no proxy
};

/// Throws Error(WEFT_E_CONFIG): no URL, another scheme than http and https, a user name or a query
/// in it, or plaintext to another machine without `allow_plaintext`.
Address read_address(const std::string& url, bool allow_plaintext);

/// Scheme, host and path of a URL, for messages: user names and queries can hold secrets.
std::string without_secrets(const std::string& url);

}  // namespace weft
