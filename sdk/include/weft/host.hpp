// SPDX-License-Identifier: Apache-2.0
/// The host as a C++ plugin sees it: interned names, and the context of one call.
#pragma once

#include <cstdint>
#include <string_view>

#include "weft/abi.h"
#include "weft/error.hpp"

namespace weft {

/// Between the two string types; nothing is copied.
inline weft_str to_abi(std::string_view text) {
  return {text.data(), text.size()};
}
inline std::string_view to_view(weft_str text) {
  return text.size == 0 ? std::string_view{} : std::string_view{text.data, text.size};
}

namespace detail {

/// The tables of the host, fetched once before the first stage of this library is made.
struct HostTables {
  const weft_host* host = nullptr;
  const weft_ctx_v1* ctx = nullptr;
  const weft_doc_v1* doc = nullptr;
  const weft_sink_v1* sink = nullptr;
  const weft_corpus_v1* corpus = nullptr;
  const weft_nested_v1* nested = nullptr;      ///< null where the host is of ABI 1.0
  const weft_pipeline_v1* pipeline = nullptr;  ///< null where the host is older than ABI 1.2
};
inline HostTables tables;

template <class Table>
const Table* table(const weft_host* host, const char* id) {
  const auto* found = static_cast<const Table*>(host->extension(host, id));
  if (found == nullptr) {
    throw Error(WEFT_E_CONFIG,
                std::string("this host does not offer ") + id + "; use a newer weft");
  }
  return found;
}

inline void connect(const weft_host* host) {
  if (tables.host == host) return;
  HostTables found;
  found.host = host;
  found.ctx = table<weft_ctx_v1>(host, WEFT_CTX_V1);
  found.doc = table<weft_doc_v1>(host, WEFT_DOC_V1);
  found.sink = table<weft_sink_v1>(host, WEFT_SINK_V1);
  found.corpus = table<weft_corpus_v1>(host, WEFT_CORPUS_V1);
  found.nested = static_cast<const weft_nested_v1*>(host->extension(host, WEFT_NESTED_V1));
  found.pipeline = static_cast<const weft_pipeline_v1*>(host->extension(host, WEFT_PIPELINE_V1));
  tables = found;
}

}  // namespace detail

/// The process-wide id of a name. Takes a lock: make it a member initialised in the stage's
/// constructor. Never sort by it, never store it. Any thread.
inline weft_id name(std::string_view text) {
  const weft_id id = detail::tables.host->intern(detail::tables.host, to_abi(text));
  if (id == 0)
    throw Error(WEFT_E_LIMIT, "the host has no room for the name '" + std::string(text) + "'");
  return id;
}

/// The name of an id; empty for an unknown one. Static storage. Any thread.
inline std::string_view name_of(weft_id id) {
  return to_view(detail::tables.host->name_of(detail::tables.host, id));
}

/// One call of one stage. Valid, and to be used, only inside that call and on its thread.
class Context {
 public:
  explicit Context(weft_ctx* raw) : raw_(raw) {}

  /// Messages go to the host's log with the stage and document named. level: WEFT_LOG_...
  void log(std::uint32_t level, std::string_view message) const {
    detail::tables.ctx->log(raw_, level, to_abi(message));
  }
  void warn(std::string_view message) const { log(WEFT_LOG_WARNING, message); }
  void debug(std::string_view message) const { log(WEFT_LOG_DEBUG, message); }

  /// Throws WEFT_E_CANCELLED when the run is being stopped. Call it every 50 ms of work or oftener.
  void check_cancelled() const {
    if (detail::tables.ctx->cancelled(raw_) != 0) throw Error(WEFT_E_CANCELLED, "cancelled");
  }

  /// Adds to a counter of the run report; `metric` comes from name().
  void count(weft_id metric, double add = 1) const { detail::tables.ctx->count(raw_, metric, add); }

  /// The name of the pipeline being run, and the hash of all that decides what it makes of a
  /// document (32 hex digits). Empty where unknown. Good for the run.
  [[nodiscard]] std::string_view pipeline_name() const {
    return detail::tables.pipeline == nullptr ? std::string_view{}
                                              : to_view(detail::tables.pipeline->name(raw_));
  }
  [[nodiscard]] std::string_view pipeline_hash() const {
    return detail::tables.pipeline == nullptr ? std::string_view{}
                                              : to_view(detail::tables.pipeline->hash(raw_));
  }

  [[nodiscard]] weft_ctx* raw() const { return raw_; }

 private:
  weft_ctx* raw_;
};

}  // namespace weft
