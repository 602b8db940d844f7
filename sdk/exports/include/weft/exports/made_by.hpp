// SPDX-License-Identifier: Apache-2.0
/// What made a product: the facts that exporters put into headers. No clock is among them, so that
/// a run repeated gives the same bytes.
#pragma once

#include <string>

#include "weft/host.hpp"

namespace weft {

struct MadeBy {
  std::string version;        ///< of weft, "0.1.0"
  std::string pipeline;       ///< its name; may be empty
  std::string pipeline_hash;  ///< 32 hex digits; empty where the host does not say (ABI below 1.2)
};

/// Of the run that the call belongs to.
inline MadeBy made_by(Context context) {
  return {std::string(to_view(detail::tables.host->version)), std::string(context.pipeline_name()),
          std::string(context.pipeline_hash())};
}

}  // namespace weft
