// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the way of plain text from arbitrary bytes to typed units, and checks what it promises.
#include <weft/text/decode.hpp>
#include <weft/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "read_text.hpp"
#include "sniff.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

void check(std::string_view text, const weft::plain::Reading& reading) {
  std::size_t end = 0;
  for (const weft::plain::Unit& unit : reading.units) {
    require(unit.begin >= end && unit.begin < unit.end && unit.end <= text.size());
    require(weft::on_border(text, unit.begin) && weft::on_border(text, unit.end));
    require(!unit.kind.empty());
    if (unit.credit_end > 0) {
      require(unit.begin <= unit.credit_begin && unit.credit_begin < unit.credit_end);
      require(unit.credit_end <= unit.end && weft::on_border(text, unit.credit_begin));
      require(weft::on_border(text, unit.credit_end));
    }
    end = unit.end;
  }
  for (const weft::plain::Fact& fact : reading.facts) {
    require(fact.unit < reading.units.size() && !fact.value.empty());
    require(weft::find_invalid_utf8(fact.value) == std::string_view::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const int score = weft::plain::sniff_text("", "", bytes.substr(0, 65536));
  require(score >= 0 && score <= 100);
  const weft::Decoded decoded = weft::decode(bytes);
  check(decoded.text, weft::plain::read_text(decoded.text, true));
  return 0;
}
