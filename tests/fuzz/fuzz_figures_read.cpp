// SPDX-License-Identifier: Apache-2.0
/// Fuzzes reading figures: the first byte picks a language, the rest is the text where it is UTF-8.
/// Checks that figures stand in order on borders of code points, that their values are valid, that
/// each agrees with itself, and that the sure ones are among the doubtful.
#include <weft/figures/agree.hpp>
#include <weft/figures/read_figures.hpp>
#include <weft/utf8.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

constexpr std::array<std::string_view, 4> kLanguages = {"", "en", "zh-Hans", "de"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (weft::find_invalid_utf8(text) != std::string_view::npos) return 0;
  const std::string_view language = kLanguages.at(data[0] % kLanguages.size());
  std::size_t sure = 0;
  std::size_t end = 0;
  for (const weft::Figure& figure : weft::read_figures(text, language, {.doubtful = true})) {
    require(figure.begin >= end && figure.begin < figure.end && figure.end <= text.size());
    require(weft::on_border(text, figure.begin) && weft::on_border(text, figure.end));
    require(figure.value.valid() && figure.high.valid());
    require(weft::agree(figure, figure));
    require(!weft::canonical_text(figure).empty());
    sure += figure.doubtful ? 0 : 1;
    end = figure.end;
  }
  require(weft::read_figures(text, language).size() == sure);
  return 0;
}
