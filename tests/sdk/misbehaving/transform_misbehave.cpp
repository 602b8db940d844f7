// SPDX-License-Identifier: Apache-2.0
/// A plugin that breaks one rule of the ABI at a time, chosen by the option `how`. Raw ABI: the C++
/// layer would not let most of this happen.
#include <stdexcept>
#include <string>
#include <string_view>

#include "weft/plugin.hpp"

namespace {

const weft_host* g_host = nullptr;
const weft_doc_v1* g_doc = nullptr;
const weft_ctx_v1* g_ctx = nullptr;
std::string g_how;

weft_id name(const char* text) {
  return g_host->intern(g_host, {text, std::string_view(text).size()});
}

weft_status send_span(weft_ctx* ctx, weft_doc* doc, weft_span span) {
  weft_edit edit{};
  edit.size = sizeof edit;
  edit.spans = &span;
  edit.n_spans = 1;
  return g_doc->edit(ctx, doc, &edit);
}

weft_status send_view(weft_ctx* ctx, weft_doc* doc, std::string_view view_name,
                      std::string_view text, const weft_run* run) {
  weft_view view{};
  view.size = sizeof view;
  view.name = {view_name.data(), view_name.size()};
  view.text = {text.data(), text.size()};
  view.source = 1;
  view.runs = run;
  view.n_runs = run == nullptr ? 0 : 1;
  const weft_view* list = &view;
  weft_edit edit{};
  edit.size = sizeof edit;
  edit.views = &list;
  edit.n_views = 1;
  return g_doc->edit(ctx, doc, &edit);
}

weft_status send_attr(weft_ctx* ctx, weft_doc* doc, std::uint32_t owner_kind, weft_id owner,
                      weft_id key) {
  weft_attr attr{};
  attr.owner_kind = owner_kind;
  attr.owner = owner;
  attr.key = key;
  attr.value.kind = WEFT_VALUE_INTEGER;
  weft_edit edit{};
  edit.size = sizeof edit;
  edit.attrs = &attr;
  edit.n_attrs = 1;
  return g_doc->edit(ctx, doc, &edit);
}

weft_status send_link(weft_ctx* ctx, weft_doc* doc) {
  const weft_end end{77777, name("source")};
  const weft_link link{0, name("bead"), 0, 1, 0.5};
  weft_edit edit{};
  edit.size = sizeof edit;
  edit.links = &link;
  edit.n_links = 1;
  edit.ends = &end;
  edit.n_ends = 1;
  return g_doc->edit(ctx, doc, &edit);
}

weft_status misbehave(weft_stage*, weft_ctx* ctx, weft_doc* doc) {
  const weft_id type = name("paragraph");
  if (g_how == "unknown-status") return 1234;
  if (g_how == "no-reason") return WEFT_E_INPUT;
  if (g_how == "span-past-end") return send_span(ctx, doc, {0, type, 1, 0, 0, 4000000000U});
  if (g_how == "span-inverted") return send_span(ctx, doc, {0, type, 1, 0, 2, 1});
  if (g_how == "span-cuts-code-point") return send_span(ctx, doc, {0, type, 1, 0, 1, 3});
  if (g_how == "span-without-type") return send_span(ctx, doc, {0, 999999, 1, 0, 0, 0});
  if (g_how == "span-in-no-view") return send_span(ctx, doc, {0, type, 9, 0, 0, 0});
  if (g_how == "span-with-no-parent") return send_span(ctx, doc, {0, type, 1, 4242, 0, 0});
  if (g_how == "view-invalid-utf8") return send_view(ctx, doc, "extra", "\xFF\xFE", nullptr);
  if (g_how == "view-with-nul")
    return send_view(ctx, doc, "extra", std::string_view("a\0b", 3), nullptr);
  if (g_how == "view-twice") return send_view(ctx, doc, "text", "again", nullptr);
  if (g_how == "map-past-source") {
    const weft_run run{1U << 30U, 0, 3, 1, 1};
    return send_view(ctx, doc, "extra", "abc", &run);
  }
  if (g_how == "attribute-without-owner")
    return send_attr(ctx, doc, WEFT_ON_SPAN, 4242, name("lang"));
  if (g_how == "attribute-without-key") return send_attr(ctx, doc, WEFT_ON_DOCUMENT, 0, 999999);
  if (g_how == "link-to-no-span") return send_link(ctx, doc);
  if (g_how == "goes-on-after-refusal") {
    send_span(ctx, doc, {0, type, 1, 0, 2, 1});
    return WEFT_OK;
  }
  if (g_how == "throws-in-layer") {
    return weft::detail::guard(
        ctx, []() -> weft_status { throw std::runtime_error("thrown on purpose"); });
  }
  if (g_how == "throws-an-int") {
    return weft::detail::guard(ctx, []() -> weft_status { throw 42; });
  }
  if (g_how == "writes-without-right") {
    const auto* sink = static_cast<const weft_sink_v1*>(g_host->extension(g_host, WEFT_SINK_V1));
    return sink->write(ctx, {nullptr, 0}, {"x", 1});
  }
  if (g_how == "message-with-escapes") {
    return g_ctx->fail(ctx, WEFT_E_INPUT, {"red \x1b[31m alert\n\xFF", 16}, 0, 0, 0);
  }
  return WEFT_OK;
}

void destroy(weft_stage*) {}
weft_stage g_stage{sizeof(weft_stage), 0, nullptr, nullptr, nullptr, misbehave, nullptr, destroy};

weft_status create(const weft_host* host, weft_ctx*, const char*, const weft_value* values,
                   std::size_t, weft_stage** stage) {
  g_host = host;
  g_doc = static_cast<const weft_doc_v1*>(host->extension(host, WEFT_DOC_V1));
  g_ctx = static_cast<const weft_ctx_v1*>(host->extension(host, WEFT_CTX_V1));
  weft::detail::tables.ctx = g_ctx;
  g_how.assign(values[0].as.string.data, values[0].as.string.size);
  if (g_how == "create-fails") return WEFT_E_CONFIG;
  if (g_how == "create-makes-nothing") return WEFT_OK;
  *stage = &g_stage;
  return WEFT_OK;
}

const weft_param g_how_param{sizeof(weft_param),
                             WEFT_TYPE_STRING,
                             WEFT_REQUIRED,
                             0,
                             "how",
                             "Which rule to break.",
                             nullptr,
                             nullptr,
                             nullptr,
                             nullptr,
                             nullptr};
const weft_param* const g_params[] = {&g_how_param, nullptr};
const weft_info g_info{
    sizeof(weft_info), WEFT_TRANSFORM,  WEFT_REENTRANT, 0,        0,       "transform_misbehave",
    "1.0.0",           "Breaks rules.", "Apache-2.0",   g_params, nullptr, nullptr,
    nullptr,           nullptr};
const weft_info* const g_infos[] = {&g_info};
const weft_plugin g_plugin{sizeof(weft_plugin), WEFT_ABI_MAJOR, WEFT_ABI_MINOR, 1, g_infos, create};

}  // namespace

const weft_plugin* weft_entry(std::uint32_t) {
  return &g_plugin;
}
