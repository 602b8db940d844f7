// SPDX-License-Identifier: Apache-2.0
/// A source that holds many documents, read one at a time so that none but the current one is held.
#pragma once

#include <memory>

#include "core/run/work.hpp"

namespace weft {

/// Reads the records of one source with a parser of the flag WEFT_MANY. One thread at a time.
class RecordReader {
 public:
  /// Takes over a prepared work whose parser is such a one, and opens it.
  RecordReader(Stages& stages, std::unique_ptr<Work> source);
  ~RecordReader();
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;

  /// The next document, "id#n" with n from 1; null when there is none. A record that fails is a
  /// work with its event, and the last of this source: nobody knows where the next one would begin.
  std::unique_ptr<Work> next();

 private:
  Stages& stages_;
  std::unique_ptr<Work> source_;
  StagePool::Lease lease_;
  const weft_parser_v1* table_;
  std::size_t count_ = 0;
  bool ended_ = false;
};

}  // namespace weft
