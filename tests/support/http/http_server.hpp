// SPDX-License-Identifier: Apache-2.0
/// A web server on this machine that answers as a test wants, and fails as real ones do.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace weft::test {

struct HttpRequest {
  std::string path;
  std::string body;
  std::map<std::string, std::string> headers;  ///< names in lower case

  /// The value of a header, or empty.
  [[nodiscard]] std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
};

struct HttpReply {
  int status = 200;
  std::string body = {};
  std::string type = "application/json";
  std::vector<std::pair<std::string, std::string>> headers = {};
  double seconds = 0;                          ///< waited before the first byte of the body
  bool chunked = false;                        ///< without a length, in pieces of a few bytes
  std::optional<std::size_t> drop_after = {};  ///< the connection breaks behind so many bytes
  double seconds_at_end = 0;                   ///< waited behind the last byte of a chunked body
};

/// Files of a certificate and its key, PEM.
struct Certificate {
  std::string certificate;
  std::string key;
};

/// Answers POST requests to every path until it is destroyed, and GET requests where it was told
/// how, else with 404. The handlers are called on threads of the server, several at once.
class HttpServer {
 public:
  using Handler = std::function<HttpReply(const HttpRequest&)>;

  explicit HttpServer(Handler handler, std::optional<Certificate> tls = {}, Handler get = {});
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// "http://127.0.0.1:PORT" (https with a certificate), without a slash at its end.
  [[nodiscard]] std::string url() const;
  [[nodiscard]] int port() const;
  /// All POST requests so far, in the order they came, and all GET requests that had a handler.
  [[nodiscard]] std::vector<HttpRequest> requests() const;
  [[nodiscard]] std::vector<HttpRequest> gets() const;
  /// Connections that have been idle so long are closed without a word.
  void close_idle_after(int seconds);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A handler that gives the replies one after the other, and the last one for ever.
HttpServer::Handler in_turn(std::vector<HttpReply> replies);

}  // namespace weft::test
