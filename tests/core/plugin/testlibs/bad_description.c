/* SPDX-License-Identifier: Apache-2.0 */
/* A library whose plugin calls itself an exporter and is a transform, with a default out of range. */
#include <weft/abi.h>

static const weft_param param = {
    sizeof(weft_param), WEFT_TYPE_INTEGER, 0, 0, "depth", "How deep.", NULL, "12", "1", "9", NULL};
static const weft_param *const params[] = {&param, NULL};
static const weft_info info = {
    sizeof(weft_info), WEFT_TRANSFORM, WEFT_PER_WORKER, 0, 0, "export_confused", "1.0.0", "Is confused.",
    "MIT",             params,         NULL,            NULL, NULL, NULL};
static const weft_info *const infos[] = {&info};

static weft_status WEFT_CALL create(const weft_host *host, weft_ctx *ctx, const char *id, const weft_value *values,
                                    size_t n_values, weft_stage **stage) {
  (void)host, (void)ctx, (void)id, (void)values, (void)n_values, (void)stage;
  return WEFT_E_UNSUPPORTED;
}

static const weft_plugin plugin = {sizeof(weft_plugin), WEFT_ABI_MAJOR, WEFT_ABI_MINOR, 1, infos, create};

const weft_plugin *WEFT_CALL weft_entry(uint32_t host_abi_major) {
  (void)host_abi_major;
  return &plugin;
}
