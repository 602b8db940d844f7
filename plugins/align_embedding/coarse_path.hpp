// SPDX-License-Identifier: Apache-2.0
/// Where the path of an alignment lies, found on shorter and shorter versions of the text.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "vector_gains.hpp"
#include "weft/align/band.hpp"
#include "weft/align/bead.hpp"
#include "windows.hpp"

namespace weft {

/// A path through a stretch of both sides and how far the truth may be from it. Neighbours are
/// summed two by two until the text is short, its path is searched whole, and taken down again
/// level by level within a band (Thompson and Koehn, EMNLP 2019).
BandFollower coarse_path(const WindowVectors& source, const WindowVectors& target,
                         Stretch source_stretch, Stretch target_stretch,
                         const VectorWeights& weights, const std::function<void()>& poll);

}  // namespace weft
