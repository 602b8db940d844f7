// SPDX-License-Identifier: Apache-2.0
/// Units to views, spans and links.
#include "weft/bitext/units.hpp"

#include <weft/error.hpp>
#include <weft/offset_map.hpp>

#include <charconv>
#include <cmath>
#include <map>

namespace weft {
namespace {

/// One view under way.
struct Side {
  std::string name;
  std::string lang;
  std::string text;
  OffsetMapBuilder map;
};

/// Where the text of a side of a unit went.
struct Place {
  std::size_t view = 0;
  std::uint32_t offset = 0;
};

class Views {
 public:
  Place add(const UnitSide& side) {
    const auto [entry, fresh] = by_name_.try_emplace(side.view, sides_.size());
    constexpr std::size_t kMost = 200;
    if (fresh && sides_.size() == kMost) {
      throw Error(WEFT_E_LIMIT, "units in more than 200 languages, the last one '" + side.lang +
                                    "'; lower 'units' so that fewer of them come together");
    }
    if (fresh) sides_.push_back({side.view, side.lang, {}, {}});
    Side& view = sides_[entry->second];
    if (!view.text.empty()) view.text += '\n';
    const auto offset = static_cast<std::uint32_t>(view.text.size());
    if (view.text.size() + side.text.text.size() >= 0xFFFFFFFFU)
      throw Error(WEFT_E_LIMIT, "the text of one language reaches 4 GiB; lower 'units'");
    view.text += side.text.text;
    for (const weft_run& run : side.text.runs)
      view.map.units(run.here + offset, run.there, run.count, run.here_unit, run.there_unit);
    return {entry->second, offset};
  }

  std::vector<weft_id> write(std::span<const weft_run> decoding, Document& document) const {
    std::vector<weft_id> ids;
    for (const Side& side : sides_) {
      const std::vector<weft_run> composed =
          decoding.empty() ? std::vector<weft_run>() : compose(side.map.runs(), decoding);
      NewView view;
      view.name = side.name;
      view.text = side.text;
      view.lang = side.lang;
      view.media_type = "text/plain";
      view.runs = decoding.empty() ? side.map.runs() : composed;
      ids.push_back(document.add_view(view));
    }
    return ids;
  }

  [[nodiscard]] const std::vector<Side>& sides() const { return sides_; }

 private:
  std::vector<Side> sides_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
};

}  // namespace

UnitWriter::UnitWriter(std::string_view method)
    : method_default_(method),
      paragraph_(name(WEFT_SPAN_PARAGRAPH)),
      sentence_(name(WEFT_SPAN_SENTENCE)),
      bead_(name(WEFT_LINK_BEAD)),
      source_(name(WEFT_ROLE_SOURCE)),
      target_(name(WEFT_ROLE_TARGET)),
      method_(name(WEFT_KEY_METHOD)),
      state_(name(WEFT_KEY_STATE)),
      unit_id_(name(WEFT_KEY_UNIT_ID)),
      layout_(name(WEFT_KEY_LAYOUT)),
      language_(name(WEFT_KEY_LANGUAGE)),
      languages_(name(WEFT_KEY_LANGUAGES)) {}

void UnitWriter::write(std::span<const TranslationUnit> units, std::span<const weft_run> decoding,
                       Document& document) const {
  Views views;
  std::vector<Place> places;
  for (const TranslationUnit& unit : units) {
    for (const UnitSide& side : unit.sides)
      places.push_back(views.add(side));
  }
  const std::vector<weft_id> ids = views.write(decoding, document);
  std::size_t next = 0;
  for (const TranslationUnit& unit : units) {
    std::vector<std::vector<weft_id>> sentences;
    for (const UnitSide& side : unit.sides) {
      const Place place = places[next++];
      const weft_id view = ids[place.view];
      const weft_id block =
          document.add_span(paragraph_, view, place.offset, place.offset + side.text.text.size());
      std::vector<weft_id>& made = sentences.emplace_back();
      for (const SegmentRange& segment : side.text.segments) {
        made.push_back(document.add_span(sentence_, view, place.offset + segment.begin,
                                         place.offset + segment.end, block));
      }
    }
    for (const UnitBead& bead : unit.beads) {
      std::vector<weft_end> ends;
      for (const std::uint32_t segment : bead.source_segments)
        ends.push_back({sentences[bead.source][segment], source_});
      for (const std::uint32_t segment : bead.target_segments)
        ends.push_back({sentences[bead.target][segment], target_});
      const weft_id link = document.add_link(bead_, ends, bead.score);
      document.set(on_link(link), method_, bead.method.empty() ? method_default_ : bead.method);
      if (!bead.id.empty()) document.set(on_link(link), unit_id_, bead.id);
      if (!bead.state.empty()) document.set(on_link(link), state_, bead.state);
    }
  }
  document.set(Owner{}, layout_, "translation-memory");
  const bool several = views.sides().size() > 1;
  if (!views.sides().empty())
    document.set(Owner{}, language_, several ? "mul" : views.sides().front().lang);
  for (const Side& side : views.sides()) {
    if (several) document.add(Owner{}, languages_, side.lang);
  }
}

std::optional<double> read_score(std::string_view text) {
  while (!text.empty() && text.front() <= ' ')
    text.remove_prefix(1);
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
  std::string_view rest = text.substr(static_cast<std::size_t>(read.ptr - text.data()));
  while (!rest.empty() && rest.back() <= ' ')
    rest.remove_suffix(1);
  if (rest == "%") return value / 100;
  return rest.empty() ? std::optional(value) : std::nullopt;
}

bool is_score_name(std::string_view type) {
  std::string letters;
  for (const char c : type) {
    if (c >= 'a' && c <= 'z') letters += c;
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c + 32);
  }
  if (letters.starts_with("x")) letters.erase(0, 1);
  if (letters.starts_with("txt")) letters.erase(0, 3);
  for (const char* known : {"score", "qualityscore", "matchquality", "mtquality", "quality",
                            "confidence", "mtconfidence", "alignmentscore"}) {
    if (letters == known) return true;
  }
  return false;
}

}  // namespace weft
