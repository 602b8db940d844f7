// SPDX-License-Identifier: Apache-2.0
/// Which parser of the pipeline reads a source: by what it holds first, by its name second.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/run/work.hpp"

namespace weft {

/// What the parsers said of a source.
struct ParserChoice {
  std::size_t parser = 0;  ///< position among the stages; n_parsers where none takes it
  std::int32_t score = 0;
  std::string scores;  ///< "parse_html 95, parse_text 8", for messages
};

/// Asks every parser and takes the highest score, the first of the pipeline where two agree. A
/// declared media type binds: what is declared text/plain goes only to parsers of text/plain, and a
/// parser that does not read the declared type needs more than a weak score.
ParserChoice choose_parser(Stages& stages, const weft_source& source);

/// True when a parser of several documents may be the one to read this source: only those are
/// asked.
bool may_hold_many(Stages& stages, const weft_source& source);

/// The ids of all parsers of the pipeline, for messages.
std::string asked(const Stages& stages);

/// Why nobody reads a source: what it looks like, what was declared.
std::string nobody_reads(const weft_source& source);

}  // namespace weft
