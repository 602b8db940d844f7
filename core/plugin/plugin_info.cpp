// SPDX-License-Identifier: Apache-2.0
/// The words of plugin kinds, parameter types, threading and flags.
#include "core/plugin/plugin_info.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "weft/abi.h"

namespace weft {
namespace {

struct Word {
  std::uint32_t number;
  std::string_view text;
};

constexpr std::array kKinds = {Word{WEFT_PARSER, "parse"}, Word{WEFT_TRANSFORM, "transform"},
                               Word{WEFT_ALIGNER, "align"}, Word{WEFT_SUMMARIZER, "summarize"},
                               Word{WEFT_EXPORTER, "export"}};

constexpr std::array kNouns = {Word{WEFT_PARSER, "parser"}, Word{WEFT_TRANSFORM, "transform"},
                               Word{WEFT_ALIGNER, "aligner"}, Word{WEFT_SUMMARIZER, "summarizer"},
                               Word{WEFT_EXPORTER, "exporter"}};

constexpr std::array kTypes = {
    Word{WEFT_TYPE_BOOL, "bool"},         Word{WEFT_TYPE_INTEGER, "integer"},
    Word{WEFT_TYPE_REAL, "real"},         Word{WEFT_TYPE_STRING, "string"},
    Word{WEFT_TYPE_CHOICE, "choice"},     Word{WEFT_TYPE_LIST, "list"},
    Word{WEFT_TYPE_MAP, "map"},           Word{WEFT_TYPE_SIZE, "size"},
    Word{WEFT_TYPE_DURATION, "duration"}, Word{WEFT_TYPE_LANGUAGE, "language"},
    Word{WEFT_TYPE_INPUT, "input"},       Word{WEFT_TYPE_OUTPUT, "output"},
    Word{WEFT_TYPE_SECRET, "secret"}};

constexpr std::array kThreadings = {Word{WEFT_PER_WORKER, "per-worker"},
                                    Word{WEFT_REENTRANT, "reentrant"}, Word{WEFT_SERIAL, "serial"}};

constexpr std::array kFlags = {Word{WEFT_CORPUS_SCOPE, "corpus-scope"},
                               Word{WEFT_USES_NETWORK, "network"},
                               Word{WEFT_NONDETERMINISTIC, "nondeterministic"},
                               Word{WEFT_MANY, "many"}, Word{WEFT_RESUMES, "resumes"}};

std::string_view word_of(std::span<const Word> table, std::uint32_t number) {
  const auto found = std::ranges::find(table, number, &Word::number);
  return found == table.end() ? std::string_view{} : found->text;
}

std::optional<std::uint32_t> number_of(std::span<const Word> table, std::string_view text) {
  const auto found = std::ranges::find(table, text, &Word::text);
  return found == table.end() ? std::nullopt : std::optional(found->number);
}

}  // namespace

std::string_view PluginInfo::name() const {
  const std::size_t bar = id.find('_');
  return bar == std::string::npos ? std::string_view(id) : std::string_view(id).substr(bar + 1);
}

const ParamInfo* PluginInfo::param(std::string_view param_name) const {
  const auto found = std::ranges::find(params, param_name, &ParamInfo::name);
  return found == params.end() ? nullptr : &*found;
}

std::vector<std::string> PluginInfo::param_names() const {
  std::vector<std::string> names;
  for (const ParamInfo& param : params)
    names.push_back(param.name);
  return names;
}

std::string_view kind_word(std::uint32_t kind) {
  return word_of(kKinds, kind);
}
std::string_view kind_noun(std::uint32_t kind) {
  return word_of(kNouns, kind);
}
std::string_view type_word(std::uint32_t type) {
  return word_of(kTypes, type);
}
std::string_view threading_word(std::uint32_t threading) {
  return word_of(kThreadings, threading);
}

std::vector<std::string> flag_words(std::uint32_t flags) {
  std::vector<std::string> words;
  for (const Word& flag : kFlags)
    if ((flags & flag.number) != 0) words.emplace_back(flag.text);
  return words;
}

std::uint32_t kind_of_word(std::string_view word) {
  return number_of(kKinds, word).value_or(0);
}
std::uint32_t type_of_word(std::string_view word) {
  return number_of(kTypes, word).value_or(0);
}
std::optional<std::uint32_t> threading_of_word(std::string_view word) {
  return number_of(kThreadings, word);
}

std::uint32_t flags_of_words(const std::vector<std::string>& words) {
  std::uint32_t flags = 0;
  for (const std::string& word : words)
    flags |= number_of(kFlags, word).value_or(0);
  return flags;
}

bool same_description(PluginInfo a, PluginInfo b) {
  a.file = b.file = PluginFile{};
  a.shadowed_by.clear();
  b.shadowed_by.clear();
  return a == b;
}

}  // namespace weft
