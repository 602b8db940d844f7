// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the way of Markdown from arbitrary bytes to typed blocks, and checks what it promises.
#include <weft/error.hpp>
#include <weft/records/source_text.hpp>
#include <weft/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "read_markdown.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

void check(const weft::markdown::Reading& reading, std::string_view source) {
  const std::string_view text = reading.text.text();
  require(weft::find_invalid_utf8(text) == std::string_view::npos);
  for (std::size_t i = 0; i < reading.blocks.size(); ++i) {
    const weft::markdown::Block& block = reading.blocks[i];
    require(block.begin < block.end && block.end <= text.size());
    require(weft::on_border(text, block.begin) && weft::on_border(text, block.end));
    if (block.parent == weft::markdown::kNoBlock) continue;
    require(block.parent < i);
    const weft::markdown::Block& parent = reading.blocks[block.parent];
    require(parent.begin <= block.begin && block.end <= parent.end);
  }
  std::uint64_t here = 0;
  for (const weft_run& run : reading.text.runs()) {
    require(run.here >= here && run.here_unit > 0);
    here = run.here + std::uint64_t{run.count} * run.here_unit;
    require(here <= text.size());
    require(run.there + std::uint64_t{run.count} * run.there_unit <= source.size());
    if (run.here_unit == 1 && run.there_unit == 1)
      require(text.substr(run.here, run.count) == source.substr(run.there, run.count));
  }
  require(reading.title == weft::markdown::kNoBlock || reading.title < reading.blocks.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const int score = weft::markdown::sniff_markdown("a.md", "", bytes.substr(0, 65536));
  require(score >= 0 && score <= 100);
  const weft::SourceText source(bytes);
  try {
    check(weft::markdown::read_markdown(source.text()), source.text());
  } catch (const weft::Error&) {
    // A refusal with a reason is a fair answer.
  }
  return 0;
}
