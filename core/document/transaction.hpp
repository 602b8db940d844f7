// SPDX-License-Identifier: Apache-2.0
/// The edits of one call of a stage: checked as they come, committed only when the stage says OK.
#pragma once

#include <string>
#include <vector>

#include "core/document/stored_document.hpp"
#include "weft/abi.h"

namespace weft {

/// Edits pile up here and touch the document's arrays only in commit(). Throws
/// Error(WEFT_E_INTERNAL) naming the item of a batch that is wrong; after that nothing of this
/// transaction can be committed.
class Transaction {
 public:
  explicit Transaction(StoredDocument& document);

  /// Checks and copies a batch.
  void edit(const weft_edit& batch);
  /// Puts all batches into the document. The transaction is empty afterwards.
  void commit();
  /// Copies another document in, effective at once. Only before any edit.
  void adopt(const StoredDocument& other, std::string_view prefix);

 private:
  void commit_spans();
  void take_source(const weft_source& source);
  void take_view(const weft_view& view, std::size_t index);
  void take_new_view(const weft_view& view, const std::string& what);
  void take_span(weft_span span, std::size_t index);
  void take_link(weft_link link, const weft_edit& batch, std::size_t index);
  void take_attr(weft_attr attr, std::size_t index);
  void take_removal(const weft_ref& ref, std::size_t index);

  [[nodiscard]] const weft_view* find_view(weft_id id) const;
  [[nodiscard]] const weft_span* find_span(weft_id id) const;
  [[nodiscard]] bool has_owner(std::uint32_t kind, weft_id owner) const;
  [[nodiscard]] weft_id resolve(std::uint32_t kind, weft_id id) const;
  void check_runs(const weft_view& view, const std::string& what) const;

  StoredDocument& document_;
  bool broken_ = false;
  std::vector<weft_source> sources_;  // changes
  std::vector<weft_view> changed_views_;
  std::vector<weft_view> views_;  // new
  std::vector<weft_span> changed_spans_;
  std::vector<weft_span> spans_;  // new, with their final ids
  std::vector<weft_link> links_;
  std::vector<weft_end> ends_;
  std::vector<weft_attr> attrs_;
  std::vector<weft_ref> removed_;
};

}  // namespace weft
