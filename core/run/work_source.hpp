// SPDX-License-Identifier: Apache-2.0
/// Where works come from: the inputs of the corpus, or documents that waited at a barrier.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/run/record_reader.hpp"
#include "core/run/spool.hpp"
#include "core/run/work.hpp"

namespace weft {

/// Works for the inputs, in their order. Sources with many documents are read record by record
/// here, in order; all others are only named here and read by the parallel part.
class InputSource {
 public:
  InputSource(Stages& stages, const std::vector<Input>& inputs);
  /// Null at the end. One thread at a time.
  std::unique_ptr<Work> next();

 private:
  Stages& stages_;
  const std::vector<Input>& inputs_;
  std::size_t position_ = 0;
  bool has_record_parsers_ = false;
  std::unique_ptr<RecordReader> records_;
};

/// A place in the corpus behind a barrier: one document as it came, or several to be made into one.
struct BarrierEntry {
  std::vector<std::size_t> members;  ///< positions in the spool
  std::string group_id;              ///< of the document to be made; empty: one document as it came
};

/// The documents behind a barrier.
class BarrierSource {
 public:
  BarrierSource(Stages& stages, std::size_t stage, const std::vector<Input>& inputs,
                std::unique_ptr<Spool> spool, std::vector<std::string> ids,
                std::vector<BarrierEntry> entries);
  /// A work without a document yet. One thread at a time.
  std::unique_ptr<Work> next();
  /// Reads the document of a work that next() gave, or makes it. Any thread.
  void load(Work& work) const;

 private:
  /// A document of the spool with its source bytes at hand again. Throws Error(WEFT_E_INPUT) when a
  /// source has changed since it was parsed.
  [[nodiscard]] std::unique_ptr<StoredDocument> read(std::size_t position) const;

  Stages& stages_;
  std::size_t stage_;
  std::map<std::string, const Input*, std::less<>> inputs_;  ///< by uri
  std::unique_ptr<Spool> spool_;
  std::vector<std::string> ids_;
  std::vector<BarrierEntry> entries_;
  std::size_t position_ = 0;
};

}  // namespace weft
