// SPDX-License-Identifier: Apache-2.0
/// Reading the URL with libcurl, the reader that will be used to connect.
#include "address.hpp"

#include <curl/curl.h>

#include <cstdint>
#include <memory>

#include "weft/error.hpp"

namespace weft {
namespace {

class Url {
 public:
  explicit Url(const std::string& text) : url_(curl_url(), &curl_url_cleanup) {
    good_ = url_ != nullptr && curl_url_set(url_.get(), CURLUPART_URL, text.c_str(),
                                            CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK;
  }
  [[nodiscard]] bool good() const { return good_; }
  /// Empty when the URL has no such part.
  [[nodiscard]] std::string part(CURLUPart which) const {
    char* text = nullptr;
    if (curl_url_get(url_.get(), which, &text, 0) != CURLUE_OK) return {};
    std::string out = text;
    curl_free(text);
    return out;
  }

 private:
  std::unique_ptr<CURLU, void (*)(CURLU*)> url_;
  bool good_ = false;
};

/// 127.0.0.0/8 written in four numbers; a name that only begins so is another machine.
bool is_loopback_number(const std::string& host) {
  if (host.rfind("127.", 0) != 0) return false;
  int dots = 0;
  for (std::size_t i = 0; i < host.size(); ++i) {
    const bool dot = host[i] == '.';
    if (!dot && (host[i] < '0' || host[i] > '9')) return false;
    if (dot) ++dots;
  }
  return dots == 3;
}

[[noreturn]] void refuse(const std::string& why) {
  throw Error(WEFT_E_CONFIG, "endpoint: " + why);
}

}  // namespace

Address read_address(const std::string& url, bool allow_plaintext) {
  const Url parsed(url);
  if (!parsed.good()) refuse("'" + without_secrets(url) + "' is no URL; write https://HOST/v1");
  if (!parsed.part(CURLUPART_USER).empty() || !parsed.part(CURLUPART_PASSWORD).empty())
    refuse("a URL with a user name or password in it is refused; give the key by a variable");
  const std::string shown = without_secrets(url);
  if (!parsed.part(CURLUPART_QUERY).empty() || !parsed.part(CURLUPART_FRAGMENT).empty())
    refuse("the URL " + shown + " must end with its path, without '?' or '#'");
  const std::string scheme = parsed.part(CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https")
    refuse("'" + shown + "' is neither https nor http; write https://HOST/v1");
  const std::string host = parsed.part(CURLUPART_HOST);
  Address address;
  address.base = url;
  while (!address.base.empty() && address.base.back() == '/')
    address.base.pop_back();
  address.loopback = host == "localhost" || host == "[::1]" || is_loopback_number(host);
  if (scheme == "http" && !address.loopback && !allow_plaintext) {
    refuse("http to " + host +
           " would show texts and key to the network; use https, or set "
           "allow-plaintext if that network is yours");
  }
  return address;
}

std::string without_secrets(const std::string& url) {
  const Url parsed(url);
  if (!parsed.good()) return url.substr(0, url.find_first_of("@?#"));
  const std::string port = parsed.part(CURLUPART_PORT);
  return parsed.part(CURLUPART_SCHEME) + "://" + parsed.part(CURLUPART_HOST) +
         (port.empty() ? "" : ":" + port) + parsed.part(CURLUPART_PATH);
}

}  // namespace weft
