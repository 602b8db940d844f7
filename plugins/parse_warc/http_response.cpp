// SPDX-License-Identifier: Apache-2.0
/// Status lines, chunks and content codings.
#include "http_response.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "inflater.hpp"

namespace weft::warc {
namespace {

constexpr std::size_t kMostCodings = 3;

std::vector<std::string> tokens_of(std::string_view list) {
  std::vector<std::string> out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    const std::string_view one = without_blanks(list.substr(0, end));
    if (!one.empty()) out.push_back(lower_case(one));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return out;
}

/// The size that a chunk begins with, and the bytes in front of its data.
struct ChunkHead {
  std::uint64_t size = 0;
  std::size_t length = 0;
};

std::optional<ChunkHead> read_chunk_head(std::string_view text) {
  constexpr std::size_t kLongest = 256;  // with extensions
  const std::size_t end = text.substr(0, kLongest).find('\n');
  if (end == std::string_view::npos) return {};
  const std::string_view line = text.substr(0, end);
  ChunkHead head{0, end + 1};
  const auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), head.size, 16);
  if (error != std::errc() || stop == line.data()) return {};
  const std::string_view rest =
      without_blanks(line.substr(static_cast<std::size_t>(stop - line.data())));
  if (!rest.empty() && rest.front() != ';') return {};
  return head;
}

/// Nothing when the bytes are no chunks. `cut` where they end before the last one does.
std::optional<std::string> join_chunks(std::string_view text, bool& cut) {
  if (!read_chunk_head(text)) return {};
  std::string out;
  while (true) {
    const auto head = read_chunk_head(text);
    cut = !head;
    if (!head || head->size == 0) return out;
    text.remove_prefix(head->length);
    const std::size_t size = std::min<std::uint64_t>(head->size, text.size());
    cut = size < head->size;
    out += text.substr(0, size);
    if (cut) return out;
    text.remove_prefix(size);
    if (text.starts_with('\r')) text.remove_prefix(1);
    if (text.starts_with('\n')) text.remove_prefix(1);
  }
}

bool looks_like_zlib(std::string_view text) {
  if (text.size() < 2) return false;
  const auto first = static_cast<unsigned char>(text[0]);
  const auto second = static_cast<unsigned char>(text[1]);
  return (first & 0x0FU) == 8 && (first * 256U + second) % 31U == 0;
}

/// No control bytes: a deflated stream has some within its first few dozen.
bool looks_like_text(std::string_view text) {
  return std::ranges::none_of(text.substr(0, 256), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && (byte < '\t' || byte > '\r');
  });
}

/// Undoes one content coding, or says why it cannot.
Body::Refusal undo(const std::string& coding, std::size_t cap, Body& body) {
  Wrapping wrapping = Wrapping::gzip;
  if (coding == "gzip" || coding == "x-gzip") {
    if (!body.bytes().starts_with("\x1F\x8B")) return Body::Refusal::none;  // stored decoded
  } else if (coding == "deflate") {
    // By the standard a zlib stream; some servers send it bare.
    wrapping = looks_like_zlib(body.bytes()) ? Wrapping::zlib : Wrapping::raw;
    if (wrapping == Wrapping::raw && looks_like_text(body.bytes())) return Body::Refusal::none;
  } else {
    return Body::Refusal::unknown_coding;
  }
  Inflated inflated = inflate_all(body.bytes(), wrapping, cap);
  if (inflated.too_large) return Body::Refusal::too_large;
  if (inflated.damaged) return Body::Refusal::damaged;
  body.cut = body.cut || !inflated.complete;
  body.decoded = std::move(inflated.bytes);
  return Body::Refusal::none;
}

}  // namespace

std::optional<HttpResponse> read_http_response(std::string_view block) {
  if (!block.starts_with("HTTP/")) return {};
  const std::size_t line_end = std::min(block.find('\n'), block.size());
  std::string_view line = block.substr(0, line_end);
  line.remove_prefix(std::min(line.find(' '), line.size()));
  line = without_blanks(line);
  HttpResponse out;
  const auto status = read_number(line.substr(0, 3));
  if (!status || (line.size() > 3 && line[3] != ' ')) return {};
  out.status = static_cast<int>(*status);
  // From the line's end, so that a response without any field has an end too.
  const std::string_view behind = block.substr(line_end);
  const auto end = find_header_end(behind);
  if (!end) {
    out.fields = HeaderFields(behind.substr(std::min<std::size_t>(1, behind.size())));
    return out;
  }
  out.fields = HeaderFields(behind.substr(1, std::max<std::size_t>(end->lines, 1) - 1));
  out.body = behind.substr(end->body);
  return out;
}

Body decode_body(const HttpResponse& response, std::size_t cap) {
  Body body;
  body.sent = response.body;
  const auto transfer = tokens_of(response.fields.get("Transfer-Encoding"));
  if (std::ranges::find(transfer, "chunked") != transfer.end())
    body.decoded = join_chunks(body.sent, body.cut);
  std::vector<std::string> codings = tokens_of(response.fields.get("Content-Encoding"));
  std::erase_if(codings, [](const std::string& c) { return c == "identity" || c == "none"; });
  if (codings.size() > kMostCodings) {
    body.coding = response.fields.get("Content-Encoding");
    body.refusal = Body::Refusal::unknown_coding;
    return body;
  }
  for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
    body.coding = *coding;
    body.refusal = undo(*coding, cap, body);
    if (body.refusal != Body::Refusal::none) break;
  }
  return body;
}

}  // namespace weft::warc
