// SPDX-License-Identifier: Apache-2.0
/// The function tables. Each body is guarded: a plugin written in C must never see an exception.
#include "core/run/host.hpp"

#include <algorithm>
#include <cstring>
#include <new>

#include "core/document/name_table.hpp"
#include "core/document/view_of.hpp"
#include "core/run/call.hpp"
#include "core/version.hpp"
#include "weft/error.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

template <class Body>
weft_status guarded(weft_ctx* ctx, const Body& body) noexcept {
  Call& call = Call::of(ctx);
  try {
    return body(call);
  } catch (const Error& error) {
    return call.fail(error.status(), error.what(), error.source(), error.begin(), error.end());
  } catch (const std::bad_alloc&) {
    return call.fail(WEFT_E_LIMIT, "out of memory", 0, 0, 0);
  } catch (const std::exception& error) {
    return call.fail(WEFT_E_INTERNAL, error.what(), 0, 0, 0);
  }
}

bool is_text(std::string_view text) {
  return find_invalid_utf8(text) == std::string_view::npos &&
         text.find('\0') == std::string_view::npos;
}

weft_status refuse(Call& call, const char* function) {
  return call.fail(WEFT_E_INTERNAL, std::string(function) + " is not allowed in this call", 0, 0,
                   0);
}

// ---- weft.ctx/1 ----

void ctx_log(weft_ctx* ctx, std::uint32_t level, weft_str message) {
  guarded(ctx, [&](Call& call) {
    call.log(level, view_of(message));
    return WEFT_OK;
  });
}

weft_status ctx_fail(weft_ctx* ctx, weft_status status, weft_str message, weft_id source,
                     std::uint64_t begin, std::uint64_t end) {
  const weft_status said = guarded(
      ctx, [&](Call& call) { return call.fail(status, view_of(message), source, begin, end); });
  return said == status ? status : said;
}

std::int32_t ctx_cancelled(weft_ctx* ctx) {
  return Call::of(ctx).run_state.cancelled.load(std::memory_order_relaxed) ? 1 : 0;
}

void* ctx_scratch(weft_ctx* ctx, std::size_t size, std::size_t align) {
  void* memory = nullptr;
  guarded(ctx, [&](Call& call) {
    memory = call.scratch(size, align);
    return WEFT_OK;
  });
  return memory;
}

void ctx_count(weft_ctx* ctx, weft_id metric, double add) {
  guarded(ctx, [&](Call& call) {
    if (is_name(metric)) call.counts[metric] += add;
    return WEFT_OK;
  });
}

// ---- weft.doc/1 ----

weft_status doc_snapshot(weft_ctx* ctx, const weft_doc* doc, weft_snapshot* out) {
  return guarded(ctx, [&](Call& call) {
    if (doc == nullptr || out == nullptr || out->size < sizeof(std::uint32_t)) {
      return call.fail(WEFT_E_INTERNAL, "snapshot of no document, or into no struct", 0, 0, 0);
    }
    weft_snapshot full = doc->stored->snapshot();
    full.size = static_cast<std::uint32_t>(std::min<std::size_t>(out->size, sizeof full));
    std::memcpy(out, &full, full.size);
    return WEFT_OK;
  });
}

weft_status doc_edit(weft_ctx* ctx, weft_doc* doc, const weft_edit* edit) {
  return guarded(ctx, [&](Call& call) {
    if (doc == nullptr || !doc->transaction || edit == nullptr) return refuse(call, "edit");
    doc->transaction->edit(*edit);
    return WEFT_OK;
  });
}

weft_status doc_adopt(weft_ctx* ctx, weft_doc* doc, const weft_doc* other, weft_str prefix) {
  return guarded(ctx, [&](Call& call) {
    if (doc == nullptr || other == nullptr || !doc->transaction || doc == other)
      return refuse(call, "adopt");
    doc->transaction->adopt(*other->stored, view_of(prefix));
    return WEFT_OK;
  });
}

// ---- weft.sink/1 ----

weft_status sink_write(weft_ctx* ctx, weft_str part, weft_str bytes) {
  return guarded(ctx, [&](Call& call) {
    if (!call.rights.sink) return refuse(call, "write");
    const std::string_view name = view_of(part);
    auto found = call.written.find(name);
    if (found == call.written.end())
      found = call.written.emplace(std::string(name), std::string()).first;
    found->second.append(view_of(bytes));
    return WEFT_OK;
  });
}

weft_status sink_file(weft_ctx* ctx, weft_str part, weft_str* path) {
  return guarded(ctx, [&](Call& call) {
    if (!call.rights.file || path == nullptr) return refuse(call, "file (serial exporters only)");
    const std::string made = call.rights.file(view_of(part));
    auto* bytes = static_cast<char*>(call.scratch(made.size() + 1, 1));
    if (bytes == nullptr) throw std::bad_alloc();
    std::memcpy(bytes, made.c_str(), made.size() + 1);
    *path = {bytes, made.size()};
    return WEFT_OK;
  });
}

// ---- weft.corpus/1 ----

weft_status corpus_note(weft_ctx* ctx, weft_str bytes) {
  return guarded(ctx, [&](Call& call) {
    if (!call.rights.notes) return refuse(call, "note");
    call.note.append(view_of(bytes));
    return WEFT_OK;
  });
}

weft_status corpus_group(weft_ctx* ctx, const std::size_t* members, std::size_t n, weft_str id,
                         std::uint32_t flags) {
  return guarded(ctx, [&](Call& call) {
    if (!call.rights.groups) return refuse(call, "group");
    Group group{{members, members + n}, std::string(view_of(id)), (flags & WEFT_GROUP_KEEP) != 0};
    const auto past = [&](std::size_t member) { return member >= call.corpus_size; };
    if (n == 0 || group.id.empty() || std::ranges::any_of(group.members, past)) {
      return call.fail(WEFT_E_INTERNAL,
                       "a group without id or members, or with a member that is not there", 0, 0,
                       0);
    }
    call.groups.push_back(std::move(group));
    return WEFT_OK;
  });
}

// ---- weft.nested/1 ----

weft_status nested_content(weft_ctx* ctx, weft_doc* doc, const weft_source* content) {
  return guarded(ctx, [&](Call& call) {
    const bool usable = doc != nullptr && doc->transaction && content != nullptr &&
                        content->size >= sizeof(weft_source);
    if (call.rights.nested == 0 || call.nested || !usable) return refuse(call, "content");
    const std::string_view uri = view_of(content->uri);
    const std::string_view media_type = view_of(content->media_type);
    if (!is_text(uri) || !is_text(media_type))
      return call.fail(WEFT_E_INTERNAL, "the uri or media type of a content is no text", 0, 0, 0);
    const std::string_view bytes = view_of(content->bytes);
    if (bytes.size() > call.rights.nested) {
      return call.fail(WEFT_E_LIMIT,
                       "its content has " + std::to_string(bytes.size()) + " bytes, the limit is " +
                           std::to_string(call.rights.nested) + "; raise --max-input",
                       0, 0, 0);
    }
    call.nested = NestedContent{std::string(uri), std::string(media_type),
                                std::make_shared<const std::string>(bytes)};
    return WEFT_OK;
  });
}

// ---- weft.pipeline/1 ----

weft_str pipeline_name(weft_ctx* ctx) {
  const std::string& name = Call::of(ctx).run_state.pipeline;
  return {name.data(), name.size()};
}

weft_str pipeline_hash(weft_ctx* ctx) {
  const std::string& hash = Call::of(ctx).run_state.plan_hash;
  return {hash.data(), hash.size()};
}

constexpr weft_ctx_v1 kCtxTable{ctx_log, ctx_fail, ctx_cancelled, ctx_scratch, ctx_count};
constexpr weft_doc_v1 kDocTable{doc_snapshot, doc_edit, doc_adopt};
constexpr weft_sink_v1 kSinkTable{sink_write, sink_file};
constexpr weft_corpus_v1 kCorpusTable{corpus_note, corpus_group};
constexpr weft_nested_v1 kNestedTable{nested_content};
constexpr weft_pipeline_v1 kPipelineTable{pipeline_name, pipeline_hash};

const void* host_extension(const weft_host*, const char* id) {
  const std::string_view wanted = id == nullptr ? "" : id;
  if (wanted == WEFT_CTX_V1) return &kCtxTable;
  if (wanted == WEFT_DOC_V1) return &kDocTable;
  if (wanted == WEFT_SINK_V1) return &kSinkTable;
  if (wanted == WEFT_CORPUS_V1) return &kCorpusTable;
  if (wanted == WEFT_NESTED_V1) return &kNestedTable;
  if (wanted == WEFT_PIPELINE_V1) return &kPipelineTable;
  return nullptr;
}

weft_id host_intern(const weft_host*, weft_str name) {
  try {
    return intern(view_of(name));
  } catch (const std::exception&) {
    return 0;
  }
}

weft_str host_name_of(const weft_host*, weft_id id) {
  const std::string_view name = interned_name(id);
  return {name.data(), name.size()};
}

}  // namespace

const weft_host* host() {
  static const weft_host instance{sizeof(weft_host), WEFT_ABI_MAJOR,
                                  WEFT_ABI_MINOR,    0,
                                  {"weft", 4},       {kVersion, std::strlen(kVersion)},
                                  host_extension,    host_intern,
                                  host_name_of};
  return &instance;
}

}  // namespace weft
