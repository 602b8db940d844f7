// SPDX-License-Identifier: Apache-2.0
/// One HTTP request and its answer over libcurl.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

struct HttpOptions {
  std::string key;           ///< for the Authorization header; empty: none
  std::string certificates;  ///< PEM file to trust instead of the system's
  bool proxy = true;         ///< whether proxies of the environment are used
  double connect_timeout = 10;
  double timeout = 600;
  std::size_t answer_bytes = 0;
};

struct HttpAnswer {
  enum class Trouble { kNone, kConnection, kTooLong, kTrust };

  Trouble trouble = Trouble::kNone;
  std::string words;  ///< of the trouble, for a person
  long status = 0;
  std::string body;
  std::map<std::string, std::string, std::less<>> headers;  ///< lower-case names
  double seconds = 0;

  /// The value of a header, or empty.
  [[nodiscard]] std::string_view header(std::string_view name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view{} : std::string_view{found->second};
  }
};

struct HttpQuestion {
  std::string url;
  std::string body = {};  ///< JSON; empty: asks with GET
  /// Sees the body as it comes, from its beginning each time it has grown; says true when it needs
  /// no more of it: what else the server would send is then not waited for long.
  std::function<bool(const HttpAnswer&)> enough = {};
  double timeout = 0;  ///< seconds; 0: that of the options
};

/// Sends requests over connections that are kept open. Any thread; each request has a connection of
/// its own while it lasts.
class Http {
 public:
  explicit Http(HttpOptions options);
  ~Http();
  Http(const Http&) = delete;
  Http& operator=(const Http&) = delete;

  /// Sends and waits. `poll` is called every 50 ms or oftener and may throw to give up; it may be
  /// empty. Trouble on the way is in the answer. Redirects are not followed.
  [[nodiscard]] HttpAnswer ask(const HttpQuestion& request, const std::function<void()>& poll);

 private:
  class Connection;
  std::unique_ptr<Connection> take();

  HttpOptions options_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace weft
