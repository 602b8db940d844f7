// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the readers of chat answers and of streams: the first byte chooses, the rest is a body.
#include <weft/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../../sdk/endpoint/answers.hpp"
#include "../../sdk/endpoint/events.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

void check(const weft::HttpAnswer& answer, bool json) {
  weft::ChatRequest request;
  request.json = json;
  weft::ChatAnswer read;
  weft::Usage usage;
  const auto failure = weft::read_chat(answer, request, "secret-key", {}, read, usage);
  if (failure) {
    require(!failure->words.empty());
    require(weft::find_invalid_utf8(failure->words) == std::string_view::npos);
    require(failure->words.find("secret-key") == std::string::npos);
  } else {
    require(read.content.find_first_not_of(" \t\r\n") != std::string::npos);
    require(weft::find_invalid_utf8(read.content) == std::string_view::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
  weft::HttpAnswer answer;
  answer.status = 200;
  answer.body = body;
  if ((data[0] & 1U) != 0) answer.headers["content-type"] = "text/event-stream";
  check(answer, (data[0] & 2U) != 0);
  std::size_t bytes = 0;
  for (const std::string& event : weft::read_events(body))
    bytes += event.size();
  require(bytes <= body.size());
  static_cast<void>(weft::ends_with_done(body));
  answer.status = 400;
  require(!weft::read_failure(answer, "secret-key").words.empty());
  return 0;
}
