// SPDX-License-Identifier: Apache-2.0
/// Head with its policy, and foot.
#include "page.hpp"

#include <cstdint>

#include "page_css.hpp"
#include "weft/exports/xml_text.hpp"

namespace weft {
namespace {

unsigned nibble(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/// Hex digits as base64, which is what a content security policy wants.
std::string base64_of(std::string_view hex) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  unsigned n_bits = 0;
  for (const char digit : hex) {
    bits = (bits << 4U) | nibble(digit);
    n_bits += 4;
    if (n_bits < 6) continue;
    n_bits -= 6;
    out += kDigits[(bits >> n_bits) & 63U];
  }
  if (n_bits > 0) out += kDigits[(bits << (6 - n_bits)) & 63U];
  while (out.size() % 4 != 0)
    out += '=';
  return out;
}

/// "weft 0.1.0, pipeline news 0123..."
std::string maker(const MadeBy& made_by) {
  std::string out = "weft " + made_by.version;
  if (!made_by.pipeline.empty()) out += ", pipeline " + made_by.pipeline;
  if (!made_by.pipeline_hash.empty()) out += " " + made_by.pipeline_hash;
  return out;
}

}  // namespace

std::string page_head(std::string_view title, const MadeBy& made_by) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'sha256-";
  out += base64_of(kPageCssHash);
  out +=
      "'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"generator\"";
  append_attribute(out, "content", maker(made_by));
  out += ">\n<title>";
  append_escaped(out, title);
  out += "</title>\n<style>";
  out += kPageCss;
  out += "</style>\n</head>\n<body>\n<main>\n";
  return out;
}

std::string page_foot(const MadeBy& made_by) {
  std::string out = "</main>\n<footer>Made by ";
  append_escaped(out, maker(made_by));
  return out + "</footer>\n</body>\n</html>\n";
}

std::string link_id(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '.';
    if (plain) {
      out += c;
      continue;
    }
    out += '_';
    out += "0123456789abcdef"[byte >> 4U];
    out += "0123456789abcdef"[byte & 15U];
  }
  return out;
}

}  // namespace weft
