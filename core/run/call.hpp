// SPDX-License-Identifier: Apache-2.0
/// One call of one stage: what is behind the weft_ctx that a plugin is handed.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/stored_document.hpp"
#include "core/document/transaction.hpp"
#include "core/run/run_state.hpp"
#include "weft/abi.h"

/// What plugins see as an opaque pointer.
struct weft_ctx {};
/// A document in the hands of a plugin: the stored one, and what this call wants changed.
struct weft_doc {
  const weft::StoredDocument* stored = nullptr;
  std::optional<weft::Transaction> transaction;  ///< absent where the document may only be read
};

namespace weft {

/// Why a call ended as it did.
struct Outcome {
  weft_status status = WEFT_OK;
  std::string message;
  weft_id source = 0;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

/// Documents that settle wants made into one.
struct Group {
  std::vector<std::size_t> members;
  std::string id;
  bool keep = false;
};

/// What a container's parser hands on to another: the content of a document.
struct NestedContent {
  std::string uri;
  std::string media_type;                    ///< as declared; may be empty
  std::shared_ptr<const std::string> bytes;  ///< shared: documents hold it as they hold a file
};

/// What a call is allowed to do besides reading and writing its document.
struct CallRights {
  bool notes = false;        ///< observe
  bool groups = false;       ///< settle
  bool sink = false;         ///< exporters
  std::uint64_t nested = 0;  ///< next of a parser: largest content that it may hand on, in bytes
  std::function<std::string(std::string_view part)> file =
      {};  ///< serial exporters: path of a part
};

/// State of one call, on one thread. Made by the host around each call into a plugin.
class Call : public weft_ctx {
 public:
  Call(std::string_view stage_id, const RunState& run, CallRights rights = {});

  /// Runs `body` with this call as the context and turns what it returned and said into an Outcome.
  /// Edits of `doc` (may be null) are committed when the status is WEFT_OK; a refused commit is
  /// WEFT_E_INTERNAL.
  Outcome run(weft_doc* doc, const std::function<weft_status(weft_ctx*)>& body);

  static Call& of(weft_ctx* ctx) { return *static_cast<Call*>(ctx); }

  // What the tables in host.cpp work on.
  void log(std::uint32_t level, std::string_view message) const;
  weft_status fail(weft_status status, std::string_view message, weft_id source,
                   std::uint64_t begin, std::uint64_t end);
  void* scratch(std::size_t size, std::size_t align);

  std::string stage_id;
  std::string document_id;  ///< for log lines; may be empty
  const RunState& run_state;
  CallRights rights;
  std::map<weft_id, double> counts;
  std::map<std::string, std::string, std::less<>> written;  ///< bytes by part
  std::string note;
  std::vector<Group> groups;
  std::optional<NestedContent> nested;
  std::size_t corpus_size = 0;  ///< in settle: documents there are

 private:
  Outcome outcome_;
  std::pmr::monotonic_buffer_resource scratch_memory_;
  std::size_t scratch_used_ = 0;
};

/// Words for a status, for reports: "input", "limit", "plugin fault".
std::string_view status_name(weft_status status);

}  // namespace weft
