// SPDX-License-Identifier: Apache-2.0
/// The markup of TMX; attributes and elements in the order of its DTD.
#include "write_tmx.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace weft {
namespace {

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_escaped(out, value);
  out += '"';
}

void append_property(std::string& out, std::string_view indent, std::string_view type,
                     std::string_view value) {
  if (value.empty()) return;
  out += indent;
  out += "<prop";
  append_attribute(out, "type", type);
  out += '>';
  append_escaped(out, value);
  out += "</prop>\n";
}

void append_variant(std::string& out, std::string_view language, const PairSide& side) {
  if (side.empty()) return;
  out += "  <tuv";
  append_attribute(out, "xml:lang", language);
  out += ">\n";
  append_property(out, "   ", "x-source", side.source_uri);
  append_property(out, "   ", "x-source-bytes", side.ranges);
  out += "   <seg>";
  append_escaped(out, side.text);
  out += "</seg>\n  </tuv>\n";
}

/// Four places, the same in every locale; empty when there is no score.
std::string score_text(double score) {
  if (std::isnan(score)) return {};
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), score,
                                 std::chars_format::fixed, 4);
  return end.ec == std::errc() ? std::string(buffer.data(), end.ptr) : std::string();
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t at = text.find_first_of("&<>\""); at != std::string_view::npos;
       at = text.find_first_of("&<>\"", done)) {
    out += text.substr(done, at - done);
    const char c = text[at];
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;";
    done = at + 1;
  }
  out += text.substr(done);
}

std::string tmx_date(std::string_view seconds) {
  std::int64_t value = 0;
  const auto read = std::from_chars(seconds.data(), seconds.data() + seconds.size(), value);
  constexpr std::int64_t kYear10000 = 253402300800;
  if (read.ec != std::errc() || read.ptr != seconds.data() + seconds.size() || value < 0 ||
      value >= kYear10000)
    return {};
  const std::time_t when{value};
  std::tm parts{};
  gmtime_r(&when, &parts);
  std::array<char, 32> buffer{};
  const std::size_t size = std::strftime(buffer.data(), buffer.size(), "%Y%m%dT%H%M%SZ", &parts);
  return {buffer.data(), size};
}

std::string tmx_head(const TmxHeader& header) {
  std::string out = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
 <header creationtool="weft")";
  append_attribute(out, "creationtoolversion", header.tool_version);
  out += R"( segtype="sentence" o-tmf="weft" adminlang="en")";
  append_attribute(out, "srclang", header.source_language);
  out += R"( datatype="plaintext")";
  if (!header.creation_date.empty()) append_attribute(out, "creationdate", header.creation_date);
  out += "/>\n <body>\n";
  return out;
}

std::string tmx_tail() {
  return " </body>\n</tmx>\n";
}

void append_unit(std::string& out, const TmxUnit& unit) {
  out += " <tu";
  append_attribute(out, "tuid", unit.id);
  out += ">\n";
  append_property(out, "  ", "x-document", unit.document);
  append_property(out, "  ", "x-score", score_text(unit.pair->score));
  append_property(out, "  ", "x-method", unit.pair->method);
  append_property(out, "  ", "x-reject", unit.pair->reject);
  for (const std::string_view finding : unit.pair->findings)
    append_property(out, "  ", "x-finding", finding);
  append_variant(out, unit.source_language, unit.pair->source);
  append_variant(out, unit.target_language, unit.pair->target);
  out += " </tu>\n";
}

}  // namespace weft
