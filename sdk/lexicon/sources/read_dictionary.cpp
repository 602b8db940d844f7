// SPDX-License-Identifier: Apache-2.0
/// Which format a file is, and the languages it is to be in.
#include "read_dictionary.hpp"

#include <filesystem>
#include <utility>

#include "cedict.hpp"
#include "term_list.hpp"
#include "unpack.hpp"
#include "weft/error.hpp"
#include "weft/text/decode.hpp"
#include "weft/text/language.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kHead = std::size_t{1} << 16U;

bool same_language(std::string_view left, std::string_view right) {
  return matches_range(left, right.substr(0, right.find('-')));
}

void turn_around(Dictionary& dictionary) {
  std::swap(dictionary.first, dictionary.second);
  for (LexiconEntry& entry : dictionary.entries)
    std::swap(entry.headwords, entry.translations);
}

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw Error(WEFT_E_CONFIG, path + ": " + what);
}

/// What the source does not say is as the user said; what both say must agree.
void settle_languages(const std::string& path, const DictionaryLanguages& wanted,
                      Dictionary& dictionary) {
  if (dictionary.first.empty()) dictionary.first = wanted.first;
  if (dictionary.second.empty()) dictionary.second = wanted.second;
  if (dictionary.first.empty() || dictionary.second.empty()) {
    fail(path, "does not say its languages; give them as --languages zh,en");
  }
  if (wanted.first.empty()) return;
  if (same_language(dictionary.second, wanted.first) &&
      same_language(dictionary.first, wanted.second)) {
    turn_around(dictionary);
  }
  if (!same_language(dictionary.first, wanted.first) ||
      !same_language(dictionary.second, wanted.second)) {
    fail(path, "is between " + dictionary.first + " and " + dictionary.second + ", not between " +
                   wanted.first + " and " + wanted.second);
  }
}

/// Entries of two headwords with translations of both: fit for one word in two forms only.
void part_headwords(Dictionary& dictionary) {
  std::vector<LexiconEntry> parted;
  for (LexiconEntry& entry : dictionary.entries) {
    for (std::string& headword : entry.headwords)
      parted.push_back({{std::move(headword)}, entry.translations});
  }
  dictionary.entries = std::move(parted);
}

void read_content(std::string_view text, const std::string& path, const DictionaryLanguages& wanted,
                  Dictionary& out) {
  const std::string_view head = text.substr(0, kHead);
  if (is_cedict_text(head)) return read_cedict_text(text, out);
  if (is_term_list(head)) return read_term_list(text, wanted, out);
  fail(path,
       "is no dictionary that weft reads; it reads CC-CEDICT, Unihan readings, FreeDict's dictd "
       "files, TMX, TBX and lines of 'term TAB translation'");
}

}  // namespace

Dictionary read_dictionary_text(std::string_view content, const std::string& path,
                                const DictionaryLanguages& wanted) {
  Dictionary out;
  std::string decoded;  // what is UTF-8 already is read where it lies
  if (find_invalid_utf8(content) != std::string_view::npos || content.starts_with("\xEF\xBB\xBF")) {
    decoded = decode(content).text;
    content = decoded;
  }
  read_content(content, path, wanted, out);
  if (out.format == "CC-CEDICT") {
    out.first = "zh";
    if (out.second.empty()) out.second = wanted.second.empty() ? "en" : wanted.second;
  }
  if (out.name.empty()) out.name = std::filesystem::path(path).filename().string();
  settle_languages(path, wanted, out);
  if (out.format != "CC-CEDICT") part_headwords(out);
  if (out.entries.empty()) fail(path, "holds no entry that can be used");
  return out;
}

Dictionary read_dictionary(const std::string& path, const DictionaryLanguages& wanted) {
  return read_dictionary_text(unpack(read_whole_file(path), path), path, wanted);
}

}  // namespace weft
