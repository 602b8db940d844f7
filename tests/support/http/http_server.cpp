// SPDX-License-Identifier: Apache-2.0
/// The server of tests, over cpp-httplib.
#include "tests/support/http/http_server.hpp"

#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace weft::test {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

constexpr std::size_t kPiece = 7;  // bytes of a chunk: few, so that pieces end inside lines

}  // namespace

struct HttpServer::State {
  Handler handler;
  Handler get;
  bool secure = false;
  std::unique_ptr<httplib::Server> server;
  int port = 0;
  mutable std::mutex mutex;
  std::condition_variable stopping;
  bool stopped = false;
  std::vector<HttpRequest> requests;
  std::vector<HttpRequest> gets;
  std::thread thread;

  /// Sleeps, but not past the end of the server.
  void wait(double seconds) {
    std::unique_lock lock(mutex);
    stopping.wait_for(lock, std::chrono::duration<double>(seconds), [&] { return stopped; });
  }
  void answer(const httplib::Request& raw, httplib::Response& response);
  void send_pieces(const HttpReply& reply, httplib::Response& response);
};

void HttpServer::State::answer(const httplib::Request& raw, httplib::Response& response) {
  HttpRequest request{raw.path, raw.body, {}};
  for (const auto& [name, value] : raw.headers)
    request.headers[lower(name)] = value;
  {
    const std::lock_guard lock(mutex);
    (raw.method == "GET" ? gets : requests).push_back(request);
  }
  const HttpReply reply = raw.method == "GET" ? get(request) : handler(request);
  response.status = reply.status;
  for (const auto& [name, value] : reply.headers)
    response.set_header(name, value);
  if (reply.seconds > 0) wait(reply.seconds);
  if (reply.chunked) {
    send_pieces(reply, response);
  } else if (reply.drop_after) {
    response.set_content_provider(
        reply.body.size(), reply.type,
        [reply](std::size_t offset, std::size_t, httplib::DataSink& sink) {
          if (offset >= *reply.drop_after) return false;
          return sink.write(reply.body.data() + offset, *reply.drop_after - offset);
        });
  } else {
    response.set_content(reply.body, reply.type);
  }
}

void HttpServer::State::send_pieces(const HttpReply& reply, httplib::Response& response) {
  response.set_chunked_content_provider(
      reply.type, [this, reply](std::size_t offset, httplib::DataSink& sink) {
        const std::size_t end = reply.drop_after.value_or(reply.body.size());
        if (offset < end)
          return sink.write(reply.body.data() + offset, std::min(kPiece, end - offset));
        if (reply.drop_after) return false;
        if (reply.seconds_at_end > 0) wait(reply.seconds_at_end);
        sink.done();
        return true;
      });
}

HttpServer::HttpServer(Handler handler, std::optional<Certificate> tls, Handler get)
    : state_(std::make_unique<State>()) {
  state_->handler = std::move(handler);
  state_->get = std::move(get);
  state_->secure = tls.has_value();
  if (tls) {
    state_->server =
        std::make_unique<httplib::SSLServer>(tls->certificate.c_str(), tls->key.c_str());
  } else {
    state_->server = std::make_unique<httplib::Server>();
  }
  State* state = state_.get();
  state->server->Post(".*", [state](const httplib::Request& request, httplib::Response& response) {
    state->answer(request, response);
  });
  if (state->get) {
    state->server->Get(".*", [state](const httplib::Request& request, httplib::Response& response) {
      state->answer(request, response);
    });
  }
  state->port = state->server->bind_to_any_port("127.0.0.1");
  if (state->port <= 0) throw std::runtime_error("the test server finds no free port");
  state->thread = std::thread([state] { state->server->listen_after_bind(); });
  while (!state->server->is_running())
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

HttpServer::~HttpServer() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->stopped = true;
  }
  state_->stopping.notify_all();
  state_->server->stop();
  state_->thread.join();
}

std::string HttpServer::url() const {
  return (state_->secure ? "https://127.0.0.1:" : "http://127.0.0.1:") +
         std::to_string(state_->port);
}

int HttpServer::port() const {
  return state_->port;
}

std::vector<HttpRequest> HttpServer::requests() const {
  const std::lock_guard lock(state_->mutex);
  return state_->requests;
}

std::vector<HttpRequest> HttpServer::gets() const {
  const std::lock_guard lock(state_->mutex);
  return state_->gets;
}

void HttpServer::close_idle_after(int seconds) {
  state_->server->set_keep_alive_timeout(seconds);
}

HttpServer::Handler in_turn(std::vector<HttpReply> replies) {
  auto next = std::make_shared<std::atomic<std::size_t>>(0);  // handlers are copied
  return [replies = std::move(replies), next](const HttpRequest&) {
    return replies[std::min(next->fetch_add(1), replies.size() - 1)];
  };
}

}  // namespace weft::test
