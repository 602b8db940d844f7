// SPDX-License-Identifier: Apache-2.0
/// Fuzzes lexicon files: whatever their arrays say, one is refused or every lookup stays inside it.
/// The input is a number of changes to a good file, whose checksum is then made right, and a text.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <weft/error.hpp>
#include <weft/lexicon/lexicon.hpp>
#include <weft/lexicon/lexicon_builder.hpp>
#include <weft/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "sdk/lexicon/layout.hpp"

namespace {

const std::string& good_file() {
  static const std::string file = [] {
    weft::LexiconBuilder builder("zh", "en");
    builder.begin_source({"mill", "none", 0, false});
    builder.add({{"织机", "織機"}, {"loom", "weaving machine"}});
    builder.add({{"织布机"}, {"power loom"}});
    builder.add({{"梭子"}, {"shuttle"}});
    builder.add_reading(U'织', "zhi", 2);
    builder.add_reading(U'机', "ji", 1);
    return builder.finish();
  }();
  return file;
}

/// Takes four bytes off the front, or zeros.
std::uint32_t take(std::string_view& bytes) {
  std::uint32_t number = 0;
  const std::size_t size = std::min(bytes.size(), sizeof number);
  std::memcpy(&number, bytes.data(), size);
  bytes.remove_prefix(size);
  return number;
}

/// Most of a small file is page tables: a section is picked first, so that each has its share.
void change(std::string& file, std::string_view& input) {
  weft::LexiconHeader header;
  std::memcpy(&header, file.data(), sizeof header);
  const std::uint32_t where = take(input);
  const std::uint32_t value = take(input);
  const weft::SectionPlace& place = header.sections.at((where & 0xFFU) % weft::kSections);
  if (place.offset > file.size() || place.bytes < sizeof value || place.bytes > file.size()) return;
  const std::size_t at = place.offset + (where >> 8U) % (place.bytes / 4) * 4;
  if (at + sizeof value <= file.size()) std::memcpy(file.data() + at, &value, sizeof value);
}

void make_right(std::string& file) {
  weft::LexiconHeader header;
  std::memcpy(&header, file.data(), sizeof header);
  header.checksum = XXH3_64bits(file.data() + sizeof header, file.size() - sizeof header);
  std::memcpy(file.data(), &header, sizeof header);
}

void look_up(const weft::Lexicon& lexicon, std::string_view text) {
  std::uint64_t sum = 0;
  std::vector<weft::Headword> found;
  for (const weft::LexiconSide side : {weft::LexiconSide::kFirst, weft::LexiconSide::kSecond}) {
    for (std::uint32_t term = 0; term < lexicon.size(side); ++term) {
      sum += lexicon.text(side, term).size() + (lexicon.is_own(side, term) ? 1U : 0U);
      for (const weft::Translation& one : lexicon.translations(side, term)) {
        if (one.term >= lexicon.size(other_side(side))) std::abort();
      }
      (void)lexicon.find(side, weft::Lexicon::key_of(lexicon.text(side, term)));
    }
    for (const std::string_view one : {std::string_view("织布机"), text}) {
      if (lexicon.longest(side, one).bytes > one.size()) std::abort();
      lexicon.prefixes(side, one, found);
      for (const weft::Headword& headword : found) {
        if (headword.bytes > one.size() || headword.term >= lexicon.size(side)) std::abort();
      }
    }
    sum += lexicon.find(side, sum).value_or(0);
  }
  for (char32_t point = U'织' - 70; point < U'织' + 70; ++point) {
    for (const std::string_view syllable : lexicon.readings(point))
      sum += syllable.size();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input(reinterpret_cast<const char*>(data), size);
  try {
    look_up(weft::Lexicon::from_bytes(input), {});  // seldom gets past the header
  } catch (const weft::Error&) {
    // A refusal with a reason is a fair answer.
  }
  std::string file = good_file();
  const std::uint32_t changes = take(input) % 16;
  if (changes == 15 && input.size() >= 8) {  // the header itself, but for magic, version and size
    const std::size_t at = 32 + take(input) % (sizeof(weft::LexiconHeader) - 40);
    const std::uint32_t value = take(input);
    std::memcpy(file.data() + at, &value, sizeof value);
  }
  for (std::uint32_t i = 0; i < changes; ++i)
    change(file, input);
  make_right(file);
  if (weft::find_invalid_utf8(input) != std::string_view::npos) input = {};
  try {
    look_up(weft::Lexicon::from_bytes(file), input);
  } catch (const weft::Error&) {
    return 0;
  }
  return 0;
}
