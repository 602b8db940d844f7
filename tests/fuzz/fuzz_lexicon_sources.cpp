// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the readers of dictionaries, and that any lexicon made of what they read can be opened.
#include <weft/error.hpp>
#include <weft/lexicon/lexicon.hpp>
#include <weft/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sdk/lexicon/sources/dictd.hpp"
#include "sdk/lexicon/sources/read_dictionary.hpp"

namespace {

void build(const weft::Dictionary& dictionary) {
  weft::LexiconBuilder builder("zh", "en");
  builder.begin_source({dictionary.name, dictionary.licence, 0, false});
  for (const weft::LexiconEntry& entry : dictionary.entries)
    builder.add(entry);
  for (const weft::HanReading& reading : dictionary.readings)
    builder.add_reading(reading.han, reading.syllable, reading.weight);
  const weft::Lexicon lexicon = weft::Lexicon::from_bytes(builder.finish());  // throws if it lied
  if (lexicon.size(weft::LexiconSide::kFirst) > 0 &&
      lexicon.translations(weft::LexiconSide::kFirst, 0).empty()) {
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  weft::Dictionary read;
  try {
    read = weft::read_dictionary_text(bytes, "fuzz", {"zh", "en"});
  } catch (const weft::Error&) {
    // A refusal with a reason is a fair answer.
  }
  build(read);
  const std::size_t cut = bytes.find('\0');
  if (cut != std::string_view::npos) {
    weft::Dictionary dictd;
    weft::read_dictd(bytes.substr(0, cut), bytes.substr(cut + 1), "freedict-deu-eng.index", dictd);
    build(dictd);
  }
  return 0;
}
