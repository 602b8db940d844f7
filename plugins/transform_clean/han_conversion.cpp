// SPDX-License-Identifier: Apache-2.0
/// OpenCC's segmentation and conversion chain, called apart: each segment is converted by itself.
#include "han_conversion.hpp"

#include <opencc/Config.hpp>
#include <opencc/ConversionChain.hpp>
#include <opencc/Converter.hpp>
#include <opencc/Segmentation.hpp>
#include <opencc/Segments.hpp>

#include <algorithm>
#include <exception>

#include "weft/error.hpp"
#include "weft/text/language.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

opencc::ConverterPtr load(const std::string& name) {
  try {
    return opencc::Config().NewFromFile(name);
  } catch (const std::exception& failure) {
    throw Error(WEFT_E_CONFIG, "transform_clean: OpenCC cannot load " + name + " (" +
                                   failure.what() + "); install libopencc-data");
  }
}

bool is_other_east_asian(std::string_view text, const ScriptCounts& counts) {
  const LanguageGuess guess = guess_language(text, counts);
  return matches_range(guess.tag, "ja") || matches_range(guess.tag, "ko");
}

/// Code point by code point where both have as many, so that only what differs is replaced.
void add_changes(std::string_view before, std::string_view after, std::size_t offset,
                 std::vector<Edit>& out) {
  if (before == after) return;
  if (count_code_points(before) != count_code_points(after)) {
    out.push_back({offset, offset + before.size(), std::string(after), Repair::kConversion});
    return;
  }
  std::size_t to = 0;
  for (std::size_t from = 0; from < before.size();) {
    const std::size_t from_begin = from;
    const std::size_t to_begin = to;
    const bool same = next_code_point(before, from) == next_code_point(after, to);
    if (same) continue;
    out.push_back({offset + from_begin, offset + from,
                   std::string(after.substr(to_begin, to - to_begin)), Repair::kConversion});
  }
}

}  // namespace

struct HanConversion::Converters {
  opencc::ConverterPtr from_simplified;   ///< none when the target is simplified
  opencc::ConverterPtr from_traditional;  ///< none when any traditional form will do
};

HanConversion::HanConversion(std::string_view target)
    : tag_(target), converters_(std::make_unique<Converters>()) {
  if (target == "zh-Hans") {
    converters_->from_traditional = load("t2s.json");
  } else if (target == "zh-Hant") {
    converters_->from_simplified = load("s2t.json");
  } else {
    const std::string region = target == "zh-TW" ? "tw" : "hk";
    tag_ = target == "zh-TW" ? "zh-Hant-TW" : "zh-Hant-HK";
    converters_->from_simplified = load("s2" + region + ".json");
    converters_->from_traditional = load("t2" + region + ".json");
  }
}

HanConversion::~HanConversion() = default;

std::vector<Edit> HanConversion::convert(std::string_view text) const {
  std::vector<Edit> out;
  const ScriptCounts all = count_scripts(text);
  if (all[Script::kHan] == 0) return out;
  if (is_other_east_asian(text, all)) return out;
  const HanForm form = vote_han_form(all);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    convert_line(text.substr(begin, end - begin), begin, form, out);
    begin = end + 1;
  }
  return out;
}

void HanConversion::convert_line(std::string_view line, std::size_t offset, HanForm form,
                                 std::vector<Edit>& out) const {
  const ScriptCounts counts = count_scripts(line);
  if (counts[Script::kHan] == 0 || is_other_east_asian(line, counts)) return;
  const HanForm own = vote_han_form(counts);
  const HanForm used = own == HanForm::kUnknown ? form : own;
  // A few traditional characters in simplified text are converted as well: that is always safe.
  const bool simplified = used == HanForm::kSimplified && converters_->from_simplified != nullptr;
  const opencc::ConverterPtr& converter =
      simplified ? converters_->from_simplified : converters_->from_traditional;
  if (converter == nullptr || used == HanForm::kUnknown) return;
  const auto segments = converter->GetSegmentation()->Segment(std::string(line));
  const auto converted = converter->GetConversionChain()->Convert(segments);
  std::size_t at = 0;
  for (std::size_t i = 0; i < segments->Length() && i < converted->Length(); ++i) {
    const std::string_view before = segments->At(i);
    if (line.substr(at, before.size()) != before) return;
    add_changes(before, converted->At(i), offset + at, out);
    at += before.size();
  }
}

}  // namespace weft
