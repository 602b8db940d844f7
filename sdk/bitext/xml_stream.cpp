// SPDX-License-Identifier: Apache-2.0
/// Expat fed piece by piece.
#include "weft/bitext/xml_stream.hpp"

#include <expat.h>
#include <weft/text/decode.hpp>
#include <weft/utf8.hpp>

#include <algorithm>
#include <cstring>
#include <limits>

#include "declared_encoding.hpp"

namespace weft {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10U;
constexpr std::size_t kLongestToken = std::size_t{16} << 20U;
constexpr std::size_t kDeepest = 512;

std::string_view local(const char* name) {
  const std::string_view whole(name);
  const std::size_t colon = whole.rfind(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::find(std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (name == *pair) return pair[1];
  }
  return {};
}

struct XmlStream::Parser {
  XmlEvents& events;
  Decoded decoded;
  std::string_view input;
  XML_Parser expat = nullptr;
  std::size_t fed = 0;
  std::size_t depth = 0;
  bool ended = false;
  bool failed = false;
  XmlError error;
  std::uint64_t skipped = 0;

  explicit Parser(XmlEvents& receiver) : events(receiver) {}
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    if (expat != nullptr) XML_ParserFree(expat);
  }

  [[nodiscard]] std::uint64_t position() const {
    return static_cast<std::uint64_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(expat)));
  }
  [[nodiscard]] std::uint32_t event_size() const {
    return static_cast<std::uint32_t>(std::max(0, XML_GetCurrentByteCount(expat)));
  }

  void fail(std::string what, bool limit) {
    if (failed) return;
    failed = true;
    error = {XML_GetCurrentLineNumber(expat), XML_GetCurrentColumnNumber(expat) + 1,
             std::move(what), limit};
  }

  static void on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
    auto& parser = *static_cast<Parser*>(self);
    if (parser.failed) return;
    if (++parser.depth > kDeepest) {
      parser.fail("elements are nested deeper than " + std::to_string(kDeepest), true);
      XML_StopParser(parser.expat, XML_FALSE);
      return;
    }
    parser.events.start(local(name), XmlAttributes(attributes), parser.position(),
                        parser.event_size());
  }
  static void on_end(void* self, const XML_Char* name) {
    auto& parser = *static_cast<Parser*>(self);
    if (parser.failed) return;
    --parser.depth;
    parser.events.end(local(name));
  }
  static void on_text(void* self, const XML_Char* data, int size) {
    auto& parser = *static_cast<Parser*>(self);
    if (parser.failed) return;
    const std::string_view text(data, static_cast<std::size_t>(size));
    const std::uint64_t begin = parser.position();
    const std::uint32_t count = parser.event_size();
    // Inside an entity the place is that of the reference, so the bytes differ.
    const bool copied = count >= text.size() && parser.input.substr(begin, text.size()) == text;
    parser.events.text(
        {text, begin, copied ? static_cast<std::uint32_t>(text.size()) : count, copied});
  }
  static void on_skipped(void* self, const XML_Char* /*name*/, int is_parameter) {
    if (is_parameter == 0) ++static_cast<Parser*>(self)->skipped;
  }
};

XmlStream::XmlStream(std::string_view bytes, XmlEvents& events)
    : parser_(std::make_unique<Parser>(events)) {
  Parser& parser = *parser_;
  if (is_plain_utf8(bytes)) {
    parser.input = bytes;
    parser.decoded.encoding = "UTF-8";
  } else {
    parser.decoded = decode(bytes, declared_encoding(bytes));
    parser.input = parser.decoded.text;
  }
  // Named here, so that a declaration that is wrong by now (UTF-16, GB18030) does not count.
  parser.expat = XML_ParserCreate("UTF-8");
  if (parser.expat == nullptr) throw std::bad_alloc();
  XML_SetUserData(parser.expat, &parser);
  XML_SetElementHandler(parser.expat, &Parser::on_start, &Parser::on_end);
  XML_SetCharacterDataHandler(parser.expat, &Parser::on_text);
  XML_SetSkippedEntityHandler(parser.expat, &Parser::on_skipped);
  XML_SetParamEntityParsing(parser.expat, XML_PARAM_ENTITY_PARSING_NEVER);
}

XmlStream::~XmlStream() = default;

bool XmlStream::advance() {
  Parser& parser = *parser_;
  if (parser.ended || parser.failed) return false;
  // A token that spans pieces is scanned again with each of them: let the pieces grow with it.
  const std::size_t done = std::min<std::size_t>(parser.position(), parser.fed);
  const std::size_t waiting = parser.fed == 0 ? 0 : parser.fed - done;
  if (waiting > kLongestToken) {
    parser.fail("a tag or comment is longer than 16 MiB", true);
    return false;
  }
  const std::size_t size = std::min(std::max(kPiece, waiting), parser.input.size() - parser.fed);
  const std::string_view piece = parser.input.substr(parser.fed, size);
  parser.fed += size;
  const bool last = parser.fed == parser.input.size();
  const XML_Status status = XML_Parse(parser.expat, piece.data(), static_cast<int>(piece.size()),
                                      last ? XML_TRUE : XML_FALSE);
  if (status == XML_STATUS_OK) {
    parser.ended = last;
    return !parser.failed;
  }
  const XML_Error code = XML_GetErrorCode(parser.expat);
  const bool bomb = code == XML_ERROR_AMPLIFICATION_LIMIT_BREACH;
  parser.fail(bomb ? "its entities multiply without bound" : XML_ErrorString(code), bomb);
  return false;
}

const XmlError* XmlStream::error() const {
  return parser_->failed ? &parser_->error : nullptr;
}

void XmlStream::stop(std::string message, bool limit) {
  parser_->fail(std::move(message), limit);
  XML_StopParser(parser_->expat, XML_FALSE);
}

const std::vector<weft_run>& XmlStream::decoding() const {
  return parser_->decoded.runs;
}

std::string_view XmlStream::encoding() const {
  return parser_->decoded.encoding;
}

std::uint64_t XmlStream::repaired() const {
  return parser_->decoded.repaired;
}

std::uint64_t XmlStream::skipped_entities() const {
  return parser_->skipped;
}

}  // namespace weft
