// SPDX-License-Identifier: Apache-2.0
/// HTML with hashes for what it may run.
#include "page.hpp"

#include <nlohmann/json.hpp>

#include "packed.hpp"
#include "page_text.hpp"

namespace weft {
namespace {

unsigned digit(char hex) {
  return static_cast<unsigned>(hex <= '9' ? hex - '0' : hex - 'a' + 10);
}

/// Hex to base64, which is what policies are written in.
std::string base64(std::string_view hex) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  // Three hex digits are two letters; what is missing at the end is zero.
  for (std::size_t at = 0; at < hex.size(); at += 3) {
    unsigned bits = 0;
    for (std::size_t i = at; i < at + 3; ++i)
      bits = (bits << 4U) | (i < hex.size() ? digit(hex[i]) : 0U);
    out += kLetters[bits >> 6U];
    if (at + 1 < hex.size()) out += kLetters[bits & 63U];
  }
  while (out.size() % 4 != 0)
    out += '=';
  return out;
}

}  // namespace

std::string page_head() {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
      "'sha256-" +
      base64(kScriptHash) + "'; style-src 'sha256-" + base64(kStyleHash) +
      "'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>Review of sentence pairs</title>\n<style>";
  out += kStyle;
  // A module waits until the whole page, and so all data, is there.
  out += "</style>\n<script type=\"module\">";
  for (const std::string_view part : kScriptParts)
    out += part;
  out += "</script>\n</head>\n<body>\n";
  out += kBody;
  return out;
}

std::string page_block(std::string_view bytes) {
  const std::string packed = deflated(bytes);
  return "<script type=\"text/plain\" class=\"block\" data-bytes=\"" +
         std::to_string(packed.size()) + "\">" + as_page_text(packed) + "</script>\n";
}

std::string page_tail(const PageEnd& end) {
  const nlohmann::ordered_json json{{"content", end.content},
                                    {"source", end.source},
                                    {"target", end.target},
                                    {"version", end.made_by.version},
                                    {"pipeline", end.made_by.pipeline},
                                    {"pipelineHash", end.made_by.pipeline_hash}};
  std::string text = json.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
  // A pipeline's name is anybody's text: it must not end the element.
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at))
    text.replace(at, 1, "\\u003c");
  return "<script type=\"application/json\" id=\"made\">" + text + "</script>\n</body>\n</html>\n";
}

}  // namespace weft
