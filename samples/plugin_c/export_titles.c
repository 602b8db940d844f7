/* SPDX-License-Identifier: Apache-2.0 */
/* A whole plugin in C: writes the id and size of every document, one a line. No library but the ABI header. */
#include <stdio.h>
#include <weft/abi.h>

static const weft_doc_v1 *doc_table;
static const weft_sink_v1 *sink;

static weft_status process(weft_stage *self, weft_ctx *ctx, weft_doc *doc) {
  weft_snapshot now = {.size = sizeof now};
  weft_status status = doc_table->snapshot(ctx, doc, &now);
  char line[512];
  (void)self;
  if (status != WEFT_OK) return status;
  int size = snprintf(line, sizeof line, "%.*s\t%zu spans\n", now.id.size < 400 ? (int)now.id.size : 400, now.id.data, now.n_spans);
  return sink->write(ctx, (weft_str){NULL, 0}, (weft_str){line, (size_t)size});
}

static void destroy(weft_stage *self) { (void)self; } /* it is static */

static weft_stage stage = {.size = sizeof stage, .process = process, .destroy = destroy};

static weft_status create(const weft_host *host, weft_ctx *ctx, const char *id, const weft_value *values, size_t n,
                          weft_stage **made) {
  (void)ctx, (void)id, (void)values, (void)n;
  doc_table = host->extension(host, WEFT_DOC_V1);
  sink = host->extension(host, WEFT_SINK_V1);
  *made = &stage;
  return doc_table && sink ? WEFT_OK : WEFT_E_CONFIG;
}

static const weft_param to = {.size = sizeof to, .type = WEFT_TYPE_OUTPUT, .flags = WEFT_REQUIRED, .name = "to",
                              .doc = "Output file."};
static const weft_param *const params[] = {&to, NULL};
static const weft_info info = {.size = sizeof info, .kind = WEFT_EXPORTER, .threading = WEFT_REENTRANT,
                               .id = "export_titles", .version = "1.0.0", .doc = "Lists documents.",
                               .license = "Apache-2.0", .params = params};
static const weft_info *const infos[] = {&info};
static const weft_plugin plugin = {sizeof plugin, WEFT_ABI_MAJOR, WEFT_ABI_MINOR, 1, infos, create};

const weft_plugin *weft_entry(uint32_t host_abi_major) { (void)host_abi_major; return &plugin; }
