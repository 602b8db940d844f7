// SPDX-License-Identifier: Apache-2.0
/// Which format a file is, and the languages it is to be in.
#include "read_dictionary.hpp"

#include <filesystem>
#include <utility>

#include "cedict.hpp"
#include "dictd.hpp"
#include "term_list.hpp"
#include "term_xml.hpp"
#include "unihan.hpp"
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

void read_text(std::string_view text, const std::string& path, const DictionaryLanguages& wanted,
               Dictionary& out) {
  const std::string_view head = text.substr(0, kHead);
  if (is_unihan_readings(head)) return read_unihan_readings(text, out);
  if (is_cedict_json(head)) return read_cedict_json(text, path, out);
  if (is_cedict_text(head)) return read_cedict_text(text, out);
  if (is_term_list(head)) return read_term_list(text, wanted, out);
  fail(path,
       "is no dictionary that weft reads; it reads CC-CEDICT, Unihan readings, FreeDict's dictd "
       "files, TMX, TBX and lines of 'term TAB translation'");
}

Dictionary finish(const std::string& path, const DictionaryLanguages& wanted, Dictionary out) {
  const bool chinese = out.format == "CC-CEDICT";
  if (chinese) {
    out.first = "zh";
    out.second = wanted.second.empty() || same_language(wanted.second, "zh") ? "en" : wanted.second;
    if (!wanted.first.empty() && same_language(wanted.second, "zh")) out.second = wanted.first;
  }
  if (out.name.empty()) out.name = std::filesystem::path(path).filename().string();
  if (out.entries.empty()) fail(path, "holds no entry that can be used");
  settle_languages(path, wanted, out);
  if (!chinese) part_headwords(out);
  return out;
}

}  // namespace

Dictionary read_dictionary_text(std::string_view content, const std::string& path,
                                const DictionaryLanguages& wanted) {
  Dictionary out;
  if (is_term_xml(content.substr(0, kHead))) {
    read_term_xml(content, path, wanted, out);
  } else if (find_invalid_utf8(content) != std::string_view::npos ||
             content.starts_with("\xEF\xBB\xBF")) {
    read_text(decode(content).text, path, wanted, out);
  } else {
    read_text(content, path, wanted, out);
  }
  return finish(path, wanted, std::move(out));
}

Dictionary read_dictionary(const std::string& path, const DictionaryLanguages& wanted) {
  if (!is_dictd_name(path))
    return read_dictionary_text(unpack(read_whole_file(path), path), path, wanted);
  const DictdFiles files = find_dictd_files(path);
  Dictionary out;
  read_dictd(read_whole_file(files.index), unpack(read_whole_file(files.articles), files.articles),
             path, out);
  return finish(path, wanted, std::move(out));
}

}  // namespace weft
