/* SPDX-License-Identifier: Apache-2.0 */
/* The byte layout that abi.h promises on 64-bit hosts, asserted: a change here breaks every built plugin. */
#ifndef WEFT_ABI_LAYOUT_H
#define WEFT_ABI_LAYOUT_H

#include "weft/abi.h"

#ifdef __cplusplus
#define WEFT_LAYOUT(condition, words) static_assert(condition, words)
#else
#define WEFT_LAYOUT(condition, words) _Static_assert(condition, words)
#endif
#define WEFT_AT(type, member, offset) \
  WEFT_LAYOUT(offsetof(type, member) == (offset), #type "." #member " moved")
#define WEFT_SIZE(type, bytes) WEFT_LAYOUT(sizeof(type) == (bytes), #type " changed its size")

WEFT_SIZE(void *, 8);
WEFT_SIZE(weft_status, 4);
WEFT_SIZE(weft_id, 4);

WEFT_SIZE(weft_str, 16);
WEFT_AT(weft_str, data, 0);
WEFT_AT(weft_str, size, 8);

WEFT_SIZE(weft_value, 24);
WEFT_AT(weft_value, kind, 0);
WEFT_AT(weft_value, count, 4);
WEFT_AT(weft_value, as, 8);

WEFT_SIZE(weft_source, 88);
WEFT_AT(weft_source, size, 0);
WEFT_AT(weft_source, id, 4);
WEFT_AT(weft_source, uri, 8);
WEFT_AT(weft_source, media_type, 24);
WEFT_AT(weft_source, encoding, 40);
WEFT_AT(weft_source, hash, 56);
WEFT_AT(weft_source, bytes, 72);

WEFT_SIZE(weft_run, 24);
WEFT_AT(weft_run, there, 0);
WEFT_AT(weft_run, here, 8);
WEFT_AT(weft_run, count, 12);
WEFT_AT(weft_run, here_unit, 16);
WEFT_AT(weft_run, there_unit, 20);

WEFT_SIZE(weft_view, 96);
WEFT_AT(weft_view, size, 0);
WEFT_AT(weft_view, id, 4);
WEFT_AT(weft_view, name, 8);
WEFT_AT(weft_view, lang, 24);
WEFT_AT(weft_view, media_type, 40);
WEFT_AT(weft_view, text, 56);
WEFT_AT(weft_view, source, 72);
WEFT_AT(weft_view, parent, 76);
WEFT_AT(weft_view, runs, 80);
WEFT_AT(weft_view, n_runs, 88);

WEFT_SIZE(weft_span, 24);
WEFT_AT(weft_span, id, 0);
WEFT_AT(weft_span, type, 4);
WEFT_AT(weft_span, view, 8);
WEFT_AT(weft_span, parent, 12);
WEFT_AT(weft_span, begin, 16);
WEFT_AT(weft_span, end, 20);

WEFT_SIZE(weft_end, 8);
WEFT_AT(weft_end, span, 0);
WEFT_AT(weft_end, role, 4);

WEFT_SIZE(weft_link, 24);
WEFT_AT(weft_link, id, 0);
WEFT_AT(weft_link, type, 4);
WEFT_AT(weft_link, first_end, 8);
WEFT_AT(weft_link, n_ends, 12);
WEFT_AT(weft_link, score, 16);

WEFT_SIZE(weft_attr, 56);
WEFT_AT(weft_attr, owner_kind, 0);
WEFT_AT(weft_attr, owner, 4);
WEFT_AT(weft_attr, key, 8);
WEFT_AT(weft_attr, origin, 12);
WEFT_AT(weft_attr, evidence, 16);
WEFT_AT(weft_attr, op, 20);
WEFT_AT(weft_attr, confidence, 24);
WEFT_AT(weft_attr, value, 32);

WEFT_SIZE(weft_ref, 8);
WEFT_AT(weft_ref, kind, 0);
WEFT_AT(weft_ref, id, 4);

WEFT_AT(weft_snapshot, size, 0);
WEFT_AT(weft_snapshot, source_stride, 4);
WEFT_AT(weft_snapshot, view_stride, 8);
WEFT_AT(weft_snapshot, id, 16);
WEFT_AT(weft_snapshot, sources, 32);
WEFT_AT(weft_snapshot, views, 40);
WEFT_AT(weft_snapshot, spans, 48);
WEFT_AT(weft_snapshot, links, 56);
WEFT_AT(weft_snapshot, ends, 64);
WEFT_AT(weft_snapshot, attrs, 72);
WEFT_AT(weft_snapshot, n_sources, 80);
WEFT_AT(weft_snapshot, n_views, 88);
WEFT_AT(weft_snapshot, n_spans, 96);
WEFT_AT(weft_snapshot, n_links, 104);
WEFT_AT(weft_snapshot, n_ends, 112);
WEFT_AT(weft_snapshot, n_attrs, 120);

WEFT_AT(weft_edit, size, 0);
WEFT_AT(weft_edit, sources, 8);
WEFT_AT(weft_edit, views, 16);
WEFT_AT(weft_edit, spans, 24);
WEFT_AT(weft_edit, links, 32);
WEFT_AT(weft_edit, ends, 40);
WEFT_AT(weft_edit, attrs, 48);
WEFT_AT(weft_edit, removed, 56);
WEFT_AT(weft_edit, n_sources, 64);
WEFT_AT(weft_edit, n_views, 72);
WEFT_AT(weft_edit, n_spans, 80);
WEFT_AT(weft_edit, n_links, 88);
WEFT_AT(weft_edit, n_ends, 96);
WEFT_AT(weft_edit, n_attrs, 104);
WEFT_AT(weft_edit, n_removed, 112);

WEFT_AT(weft_host, size, 0);
WEFT_AT(weft_host, abi_major, 4);
WEFT_AT(weft_host, abi_minor, 8);
WEFT_AT(weft_host, name, 16);
WEFT_AT(weft_host, version, 32);
WEFT_AT(weft_host, extension, 48);
WEFT_AT(weft_host, intern, 56);
WEFT_AT(weft_host, name_of, 64);

/* Tables are frozen: their size is their promise. */
WEFT_SIZE(weft_ctx_v1, 40);
WEFT_AT(weft_ctx_v1, log, 0);
WEFT_AT(weft_ctx_v1, fail, 8);
WEFT_AT(weft_ctx_v1, cancelled, 16);
WEFT_AT(weft_ctx_v1, scratch, 24);
WEFT_AT(weft_ctx_v1, count, 32);
WEFT_SIZE(weft_doc_v1, 24);
WEFT_AT(weft_doc_v1, snapshot, 0);
WEFT_AT(weft_doc_v1, edit, 8);
WEFT_AT(weft_doc_v1, adopt, 16);
WEFT_SIZE(weft_sink_v1, 16);
WEFT_AT(weft_sink_v1, write, 0);
WEFT_AT(weft_sink_v1, file, 8);
WEFT_SIZE(weft_corpus_v1, 16);
WEFT_AT(weft_corpus_v1, note, 0);
WEFT_AT(weft_corpus_v1, group, 8);
WEFT_SIZE(weft_nested_v1, 8);
WEFT_AT(weft_nested_v1, content, 0);
WEFT_SIZE(weft_pipeline_v1, 16);
WEFT_AT(weft_pipeline_v1, name, 0);
WEFT_AT(weft_pipeline_v1, hash, 8);
WEFT_SIZE(weft_parser_v1, 32);
WEFT_AT(weft_parser_v1, sniff, 0);
WEFT_AT(weft_parser_v1, open, 8);
WEFT_AT(weft_parser_v1, next, 16);
WEFT_AT(weft_parser_v1, close, 24);
WEFT_SIZE(weft_exporter_v1, 16);
WEFT_AT(weft_exporter_v1, head, 0);
WEFT_AT(weft_exporter_v1, tail, 8);
WEFT_SIZE(weft_corpus_stage_v1, 24);
WEFT_AT(weft_corpus_stage_v1, observe, 0);
WEFT_AT(weft_corpus_stage_v1, settle, 8);
WEFT_AT(weft_corpus_stage_v1, regroup, 16);

WEFT_AT(weft_param, size, 0);
WEFT_AT(weft_param, type, 4);
WEFT_AT(weft_param, flags, 8);
WEFT_AT(weft_param, name, 16);
WEFT_AT(weft_param, doc, 24);
WEFT_AT(weft_param, unit, 32);
WEFT_AT(weft_param, def, 40);
WEFT_AT(weft_param, min, 48);
WEFT_AT(weft_param, max, 56);
WEFT_AT(weft_param, choices, 64);

WEFT_AT(weft_info, size, 0);
WEFT_AT(weft_info, kind, 4);
WEFT_AT(weft_info, threading, 8);
WEFT_AT(weft_info, flags, 12);
WEFT_AT(weft_info, cache_epoch, 16);
WEFT_AT(weft_info, id, 24);
WEFT_AT(weft_info, version, 32);
WEFT_AT(weft_info, doc, 40);
WEFT_AT(weft_info, license, 48);
WEFT_AT(weft_info, params, 56);
WEFT_AT(weft_info, needs, 64);
WEFT_AT(weft_info, gives, 72);
WEFT_AT(weft_info, media_types, 80);
WEFT_AT(weft_info, languages, 88);

WEFT_AT(weft_stage, size, 0);
WEFT_AT(weft_stage, self, 8);
WEFT_AT(weft_stage, begin, 16);
WEFT_AT(weft_stage, end, 24);
WEFT_AT(weft_stage, process, 32);
WEFT_AT(weft_stage, extension, 40);
WEFT_AT(weft_stage, destroy, 48);

WEFT_AT(weft_plugin, size, 0);
WEFT_AT(weft_plugin, abi_major, 4);
WEFT_AT(weft_plugin, abi_minor, 8);
WEFT_AT(weft_plugin, n_infos, 12);
WEFT_AT(weft_plugin, infos, 16);
WEFT_AT(weft_plugin, create, 24);

#undef WEFT_AT
#undef WEFT_SIZE
#undef WEFT_LAYOUT
#endif
