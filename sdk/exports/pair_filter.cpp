// SPDX-License-Identifier: Apache-2.0
/// One reason a pair, the first that holds.
#include "weft/exports/pair_filter.hpp"

#include <xxhash.h>

#include <utility>

#include "weft/error.hpp"
#include "weft/exports/language_map.hpp"
#include "weft/text/normalize.hpp"

namespace weft {

PairFilter::PairFilter(const Options& options)
    : source_range_(options.string("source")),
      target_range_(options.string("target")),
      min_score_(options.real("min-score")),
      null_beads_(options.boolean("null-beads")),
      drop_rejected_(options.string("rejected") == "drop"),
      drop_findings_(options.string("findings") == "drop"),
      drop_duplicates_(options.string("duplicates") == "drop") {
  if (source_range_ != target_range_) return;
  throw Error(WEFT_E_CONFIG, "source and target are both '" + source_range_ +
                                 "'; name two languages, or \"*\" for one of them");
}

std::vector<Param> PairFilter::params(std::vector<Param> own) {
  std::vector<Param> out{
      {.name = "to",
       .type = WEFT_TYPE_OUTPUT,
       .doc =
           "The file, below the output directory; {stem}, {id}, {lang} and {name} are filled in.",
       .required = true},
      {.name = "source",
       .type = WEFT_TYPE_LANGUAGE,
       .def = "en",
       .doc = "Language range of the source side."},
      {.name = "target",
       .type = WEFT_TYPE_LANGUAGE,
       .def = "zh",
       .doc = "Language range of the target side."},
      {.name = "min-score",
       .type = WEFT_TYPE_REAL,
       .def = "0",
       .doc = "Leaves out pairs whose score is lower and, above 0, those without one."},
      {.name = "null-beads",
       .type = WEFT_TYPE_BOOL,
       .def = "false",
       .doc = "Also writes sentences without a partner."},
      {.name = "rejected",
       .type = WEFT_TYPE_CHOICE,
       .def = "keep",
       .doc = "What to do with pairs that transform_pairs rejected.",
       .choices = {"keep", "drop"}},
      {.name = "findings",
       .type = WEFT_TYPE_CHOICE,
       .def = "keep",
       .doc = "What to do with pairs that have findings, such as numbers that differ.",
       .choices = {"keep", "drop"}},
      {.name = "duplicates",
       .type = WEFT_TYPE_CHOICE,
       .def = "keep",
       .doc = "What to do with pairs whose texts, case and white space aside, were written before.",
       .choices = {"keep", "drop"}},
      LanguageMap::param()};
  for (Param& param : own)
    out.push_back(std::move(param));
  return out;
}

std::vector<Pair> PairFilter::read(const Document& document) {
  last_.clear();
  const PairReader reader(document, source_range_, target_range_);
  std::vector<Pair> out;
  for (const weft_link& link : document.links()) {
    std::optional<Pair> pair = reader.read(link);
    if (pair && wanted(*pair, document.context())) out.push_back(std::move(*pair));
  }
  if (reader.replaced() > 0)
    document.context().count(replaced_, static_cast<double>(reader.replaced()));
  return out;
}

bool PairFilter::wanted(const Pair& pair, Context context) {
  if (pair.source.empty() && pair.target.empty()) return false;
  const auto left_out = [&](weft_id reason) {
    context.count(reason);
    return false;
  };
  if (pair.is_null()) return null_beads_ || left_out(one_sided_);
  // A person's word stands above what stages judged.
  const bool accepted = pair.review == WEFT_REVIEW_ACCEPTED;
  // A bead without a score passes only where no score is asked for.
  if (!accepted && min_score_ > 0 && !(pair.score >= min_score_)) return left_out(below_score_);
  if (!accepted && drop_rejected_ && !pair.reject.empty()) return left_out(rejected_);
  if (!accepted && drop_findings_ && !pair.findings.empty()) return left_out(with_findings_);
  return !drop_duplicates_ || !is_repeated(pair) || left_out(duplicates_);
}

bool PairFilter::is_repeated(const Pair& pair) {
  const std::string key =
      comparison_key(pair.source.text) + '\0' + comparison_key(pair.target.text);
  const std::uint64_t hash = XXH3_64bits(key.data(), key.size());
  const bool is_new = seen_.insert(hash).second;
  if (is_new) last_.push_back(hash);
  return !is_new;
}

void PairFilter::undo() {
  for (const std::uint64_t hash : last_)
    seen_.erase(hash);
  last_.clear();
}

}  // namespace weft
