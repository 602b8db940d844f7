// SPDX-License-Identifier: Apache-2.0
/// Asking parsers how well they fit. sdk/README.md has the scale.
#include "core/run/choose_parser.hpp"

#include <algorithm>

#include "core/document/view_of.hpp"
#include "core/run/content_kind.hpp"

namespace weft {
namespace {

constexpr std::size_t kSniffBytes = 65536;
/// Below it a parser says "readable, but another would do better".
constexpr std::int32_t kFits = 40;

std::string_view head_of(const weft_source& source) {
  return view_of(source.bytes).substr(0, kSniffBytes);
}

/// "text/html" of "Text/HTML; charset=gbk"; empty for types that mean "some bytes".
std::string declared_type(const weft_source& source) {
  std::string_view text = view_of(source.media_type);
  text = text.substr(0, text.find(';'));
  while (!text.empty() && text.back() == ' ')
    text.remove_suffix(1);
  std::string type(text);
  std::ranges::transform(type, type.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  constexpr std::string_view kAnything[] = {"application/octet-stream", "binary/octet-stream",
                                            "application/unknown",      "application/x-unknown",
                                            "unknown/unknown",          "*/*"};
  return std::ranges::find(kAnything, type) != std::end(kAnything) ? std::string() : type;
}

std::int32_t ask(StagePool& pool, const weft_source& source, const std::string& declared) {
  const auto& types = pool.plan().plugin->media_types;
  const bool reads_it = std::ranges::find(types, declared) != types.end();
  if (declared == "text/plain" && !reads_it) return 0;
  const StagePool::Lease lease = pool.lease();
  const auto* table = StagePool::table<weft_parser_v1>(lease.get(), WEFT_PARSER_V1);
  const std::string_view head = head_of(source);
  const std::int32_t score =
      table->sniff(lease.get(), source.uri, source.media_type, {head.data(), head.size()});
  return declared.empty() || reads_it || score >= kFits ? score : 0;
}

}  // namespace

ParserChoice choose_parser(Stages& stages, const weft_source& source) {
  const std::string declared = declared_type(source);
  ParserChoice choice;
  choice.parser = stages.n_parsers;
  for (std::size_t i = 0; i < stages.n_parsers; ++i) {
    const std::int32_t score = ask(*stages.pools[i], source, declared);
    choice.scores += (choice.scores.empty() ? "" : ", ") + stages.pools[i]->plan().id + " " +
                     std::to_string(score);
    if (score > choice.score) {
      choice.parser = i;
      choice.score = score;
    }
  }
  return choice;
}

bool may_hold_many(Stages& stages, const weft_source& source) {
  const std::string declared = declared_type(source);
  for (std::size_t i = 0; i < stages.n_parsers; ++i) {
    if ((stages.pools[i]->plan().plugin->flags & WEFT_MANY) == 0) continue;
    if (ask(*stages.pools[i], source, declared) > 0) return true;
  }
  return false;
}

std::string asked(const Stages& stages) {
  std::string out;
  for (std::size_t i = 0; i < stages.n_parsers; ++i)
    out += (out.empty() ? "" : ", ") + stages.pools[i]->plan().id;
  return out;
}

std::string nobody_reads(const weft_source& source) {
  const std::string declared = declared_type(source);
  const std::string kind(kind_of_content(head_of(source)));
  if (declared.empty()) return "no parser of the pipeline reads it; it looks like " + kind;
  return "no parser of the pipeline reads it; it is declared " + declared + " and looks like " +
         kind;
}

}  // namespace weft
