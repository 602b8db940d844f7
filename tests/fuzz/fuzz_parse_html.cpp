// SPDX-License-Identifier: Apache-2.0
/// Fuzzes the way of a page from arbitrary bytes to typed spans, and checks what it promises.
#include <weft/error.hpp>
#include <weft/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sniff_html.hpp"
#include "typed_page.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

void check(const weft::TypedPage& page, std::size_t source_size) {
  require(weft::find_invalid_utf8(page.text) == std::string_view::npos);
  for (std::size_t i = 0; i < page.spans.size(); ++i) {
    const weft::TypedSpan& span = page.spans[i];
    require(span.begin < span.end && span.end <= page.text.size());
    require(weft::on_border(page.text, span.begin) && weft::on_border(page.text, span.end));
    if (span.parent == weft::kNoSpan) continue;
    require(span.parent < i);
    const weft::TypedSpan& parent = page.spans[span.parent];
    require(parent.begin <= span.begin && span.end <= parent.end);
  }
  std::uint64_t here = 0;
  for (const weft_run& run : page.runs) {
    require(run.here >= here && run.here_unit > 0);
    here = run.here + std::uint64_t{run.count} * run.here_unit;
    require(here <= page.text.size());
    require(run.there + std::uint64_t{run.count} * run.there_unit <= source_size);
  }
  for (const weft::PageValue& value : page.metadata) {
    require(value.evidence == weft::kNoSpan || value.evidence < page.spans.size());
    require(weft::find_invalid_utf8(value.value) == std::string_view::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const int score = weft::score_html("", "", bytes.substr(0, 65536));
  require(score >= 0 && score <= 100);
  try {
    check(weft::read_page(bytes, {size % 2 == 0}), size);
  } catch (const weft::Error&) {
    // A refusal with a reason is a fair answer.
  }
  return 0;
}
