// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the reading of JSON records from arbitrary bytes, and checks what it promises.
#include <weft/error.hpp>
#include <weft/records/source_text.hpp>
#include <weft/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "json_fields.hpp"
#include "json_records.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

void check(const weft::MappedText& mapped, std::string_view text) {
  require(weft::find_invalid_utf8(mapped.text()) == std::string_view::npos);
  require(mapped.text().find('\0') == std::string::npos);
  for (const weft_run& run : mapped.runs()) {
    require(run.there + std::uint64_t{run.count} * run.there_unit <= text.size());
    if (run.here_unit == 1 && run.there_unit == 1)
      require(text.substr(run.there, run.count) ==
              std::string_view(mapped.text()).substr(run.here, run.count));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const int score = weft::json::sniff_json("a.json", "", bytes.substr(0, 65536));
  require(score >= 0 && score <= 100);
  const weft::SourceText source(bytes);
  const std::string_view text = source.text();
  weft::json::RecordFinder finder(text);
  weft::json::RecordReader reader;
  const std::vector<weft::json::Path> paths = {weft::json::Path("text"), weft::json::Path("/a/0"),
                                               weft::json::Path("")};
  weft::json::RawRecord raw;
  std::size_t end = 0;
  while (finder.next(raw)) {
    require(raw.begin >= end && raw.begin < raw.end && raw.end <= text.size() && raw.line > 0);
    end = raw.end;
    try {
      for (const auto& values : reader.read(text, raw.begin, raw.end, paths)) {
        for (const weft::MappedText& value : values)
          check(value, text);
      }
      for (const weft::json::Leaf& leaf : reader.leaves(text, raw.begin, raw.end))
        check(leaf.text, text);
    } catch (const weft::Error&) {
      // A record left out with a reason is a fair answer.
    }
  }
  return 0;
}
