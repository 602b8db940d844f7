// SPDX-License-Identifier: Apache-2.0
/// A whole text followed by its translation.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "fit.hpp"
#include "piece.hpp"

namespace weft {

/// The two halves of a text whose body changes language once: indexes of pieces, in text order.
struct Halves {
  std::vector<std::size_t> first;  ///< empty where the body is not like that
  std::vector<std::size_t> second;
};

/// The place where the body changes language, if nearly all of it (by size) is in one language
/// before and in the other behind it, with two pieces or more on either side. O(pieces).
Halves find_halves(const std::vector<Piece>& pieces);

/// The usual ratio of the sizes of two halves.
FitModel model_of_halves(const std::vector<Piece>& pieces, const Halves& halves);

/// What speaks for the halves being translations, as in Pair: translations have about as much text,
/// cut alike, with the same numbers and names in the same order. Long texts are judged by their
/// first blocks. O(pieces).
double evidence_of(const std::vector<Piece>& pieces, const Halves& halves, const FitModel& model);

/// Pairs that hold all of both halves, or none. Sections between headings or numbered blocks, where
/// both halves have the same ones; within those, or in the whole, one block to one block where
/// there are as many on both sides and their sizes fit. Everything else is for an aligner: a link
/// keeps sentences of other blocks out, so a link of some blocks would be worse than none.
/// `texts` are those of the pieces. O(pieces).
std::vector<Pair> pair_sections(const std::vector<Piece>& pieces,
                                const std::vector<std::string_view>& texts, const Halves& halves,
                                const FitModel& model);

}  // namespace weft
