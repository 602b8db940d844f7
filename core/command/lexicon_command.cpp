// SPDX-License-Identifier: Apache-2.0
/// weft lexicon: builds bilingual lexicons out of dictionaries and tells what is in one.
#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "core/command/commands.hpp"
#include "core/command/terminal.hpp"
#include "core/lexicon/describe_lexicon.hpp"
#include "core/run/output_file.hpp"
#include "core/version.hpp"
#include "sdk/lexicon/sources/read_dictionary.hpp"
#include "weft/error.hpp"
#include "weft/lexicon/lexicon_builder.hpp"

namespace weft {
namespace {

[[noreturn]] void refuse(const std::string& message) {
  throw Error(WEFT_E_CONFIG, message);
}

void tell(const std::string& text) {
  std::fprintf(stderr, "%s\n", text.c_str());
}

/// "zh,en"
DictionaryLanguages read_languages(const std::string& text) {
  if (text.empty()) return {};
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos || comma == 0 || comma + 1 == text.size())
    refuse("--languages: '" + text + "' is no pair of languages; write them as zh,en");
  return {text.substr(0, comma), text.substr(comma + 1)};
}

std::string unihan_file() {
  for (const char* path :
       {"/usr/share/unicode/Unihan_Readings.txt.bz2", "/usr/share/unicode/Unihan_Readings.txt"}) {
    if (std::filesystem::exists(path)) return path;
  }
  refuse(
      "--unihan: there is no /usr/share/unicode/Unihan_Readings.txt.bz2; install the Debian "
      "package unicode-data, or give the file by its name");
}

struct NamedSource {
  std::string path;
  bool own = false;
};

/// The dictionaries in the order in which they are read. Without any, what Debian has for Chinese.
std::vector<NamedSource> source_files(const CommandLine& line) {
  std::vector<NamedSource> files;
  for (std::size_t i = 1; i < line.arguments.size(); ++i)
    files.push_back({line.arguments[i], false});
  const bool none = files.empty() && line.lexicon.own.empty();
  if (line.lexicon.unihan || none) files.push_back({unihan_file(), false});
  for (const std::string& path : line.lexicon.own)
    files.push_back({path, true});
  return files;
}

void add_dictionary(const Dictionary& dictionary, bool own, LexiconBuilder& builder) {
  builder.begin_source({dictionary.name, dictionary.licence, 0, own});
  for (const LexiconEntry& entry : dictionary.entries)
    builder.add(entry);
  for (const HanReading& reading : dictionary.readings)
    builder.add_reading(reading.han, reading.syllable, reading.weight);
}

int build_lexicon(const CommandLine& line) {
  if (line.lexicon.out.empty())
    refuse("weft lexicon build needs -o FILE, the lexicon to write; see weft lexicon --help");
  DictionaryLanguages languages = read_languages(line.lexicon.languages);
  std::vector<std::pair<Dictionary, bool>> read;
  for (const NamedSource& file : source_files(line)) {
    read.emplace_back(read_dictionary(file.path, languages), file.own);
    const Dictionary& dictionary = read.back().first;
    if (languages.first.empty()) languages = {dictionary.first, dictionary.second};
    if (line.quiet) continue;
    tell(fmt::format("{}: {}, {} entries, {} skipped", file.path, dictionary.format,
                     dictionary.entries.size(), dictionary.skipped));
  }
  LexiconBuilder builder(languages.first, languages.second);
  builder.built_by(std::string("weft ") + kVersion);
  for (const auto& [dictionary, own] : read)
    add_dictionary(dictionary, own, builder);
  OutputFile file(line.lexicon.out);
  file.append(builder.finish());
  file.commit();
  if (!line.quiet) tell(fmt::format("{}: {} bytes", line.lexicon.out, file.size()));
  return 0;
}

int tell_lexicon(const CommandLine& line) {
  if (line.arguments.size() < 2)
    refuse("weft lexicon info needs the file of a lexicon; see weft lexicon --help");
  const std::string& path = line.arguments[1];
  const Lexicon lexicon = Lexicon::open(path);
  const std::vector<std::string> terms(line.arguments.begin() + 2, line.arguments.end());
  print(line.json ? lexicon_to_json(lexicon, path, terms) : describe_lexicon(lexicon, path, terms));
  return 0;
}

}  // namespace

int lexicon_command(const CommandLine& line) {
  const std::string what = line.arguments.empty() ? "" : line.arguments.front();
  if (what == "build") return build_lexicon(line);
  if (what == "info") return tell_lexicon(line);
  refuse(
      "weft lexicon takes 'build FILE... -o OUT' or 'info FILE [TERM...]'; see weft lexicon "
      "--help");
}

}  // namespace weft
