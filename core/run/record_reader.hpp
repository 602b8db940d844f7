// SPDX-License-Identifier: Apache-2.0
/// A source that holds many documents, read one at a time so that none but the current one is held.
#pragma once

#include <map>
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
  /// work with its event, and the last of this source unless the parser resumes (WEFT_RESUMES).
  std::unique_ptr<Work> next();

 private:
  std::unique_ptr<Work> read();
  std::unique_ptr<Work> failed_source();
  [[nodiscard]] bool goes_on_after(const Work& work) const;

  Stages& stages_;
  std::unique_ptr<Work> source_;
  StagePool::Lease lease_;
  const weft_parser_v1* table_;
  std::unique_ptr<Work> ahead_;  ///< read already; it takes what the parser counts at the end
  std::size_t count_ = 0;
  std::uint64_t unreleased_ = 0;  ///< bytes of documents since the source's memory was given back
  std::map<weft_id, double> last_counts_;  ///< of the call that found the end
  bool ended_ = false;
};

}  // namespace weft
