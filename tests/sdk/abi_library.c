/* SPDX-License-Identifier: Apache-2.0 */
/* One function over every public type of abi.h, so that libabigail sees them all: the source of abi_baseline.xml. */
#include "weft/abi.h"
#include "weft/abi_layout.h"

struct weft_abi_types {
  weft_str str;
  weft_value value;
  weft_source source;
  weft_run run;
  weft_view view;
  weft_span span;
  weft_end end;
  weft_link link;
  weft_attr attr;
  weft_ref ref;
  weft_snapshot snapshot;
  weft_edit edit;
  weft_host host;
  weft_ctx_v1 ctx;
  weft_doc_v1 doc;
  weft_sink_v1 sink;
  weft_corpus_v1 corpus;
  weft_param param;
  weft_info info;
  weft_stage stage;
  weft_parser_v1 parser;
  weft_exporter_v1 exporter;
  weft_corpus_stage_v1 corpus_stage;
  weft_plugin plugin;
  weft_nested_v1 nested;
  weft_pipeline_v1 pipeline;
};

WEFT_EXPORT void weft_abi_types_of(struct weft_abi_types *types);
void weft_abi_types_of(struct weft_abi_types *types) { (void)types; }

const weft_plugin *weft_entry(uint32_t host_abi_major) {
  (void)host_abi_major;
  return NULL;
}
