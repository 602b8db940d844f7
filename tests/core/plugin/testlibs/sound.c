/* SPDX-License-Identifier: Apache-2.0 */
/* A sound library of two plugins in plain C: a parameter of every type, and nothing at all. */
#include <weft/abi.h>

static const char *const choices[] = {"plain", "rich", NULL};
static const weft_param params[] = {
    {sizeof(weft_param), WEFT_TYPE_BOOL, 0, 0, "pretty", "Whether to indent.", NULL, "false", NULL, NULL, NULL},
    {sizeof(weft_param), WEFT_TYPE_INTEGER, 0, 0, "width", "Longest line.", "columns", "80", "20", "1000", NULL},
    {sizeof(weft_param), WEFT_TYPE_REAL, 0, 0, "share", "Part to keep.", NULL, "0.5", "0", "1", NULL},
    {sizeof(weft_param), WEFT_TYPE_STRING, WEFT_REQUIRED, 0, "title", "Title of the output.", NULL, NULL, NULL,
     NULL, NULL},
    {sizeof(weft_param), WEFT_TYPE_CHOICE, 0, 0, "style", "How it looks.", NULL, "plain", NULL, NULL, choices},
    {sizeof(weft_param), WEFT_TYPE_LIST, 0, 0, "types", "Span types to write.", NULL, "title, paragraph", NULL,
     NULL, NULL},
    {sizeof(weft_param), WEFT_TYPE_MAP, 0, 0, "names", "Other names of types.", NULL, "a=b, c=d", NULL, NULL,
     NULL},
    {sizeof(weft_param), WEFT_TYPE_SIZE, 0, 0, "buffer", "Memory to use.", "bytes", "2M", "64K", "1G", NULL},
    {sizeof(weft_param), WEFT_TYPE_DURATION, 0, 0, "patience", "Time to wait.", NULL, "250ms", "0s", "1h", NULL},
    {sizeof(weft_param), WEFT_TYPE_LANGUAGE, 0, 0, "language", "Language to write.", NULL, "zh-Hans", NULL, NULL,
     NULL},
    {sizeof(weft_param), WEFT_TYPE_INPUT, 0, 0, "template", "A file to fill in.", NULL, NULL, NULL, NULL, NULL},
    {sizeof(weft_param), WEFT_TYPE_OUTPUT, 0, 0, "index", "A second file to write.", NULL, NULL, NULL, NULL,
     NULL},
    {sizeof(weft_param), WEFT_TYPE_SECRET, 0, 0, "key", "Key of a service.", NULL, NULL, NULL, NULL, NULL},
};
static const weft_param *const param_list[] = {&params[0], &params[1], &params[2],  &params[3],  &params[4],
                                               &params[5], &params[6], &params[7],  &params[8],  &params[9],
                                               &params[10], &params[11], &params[12], NULL};
static const char *const needs[] = {"sentence", NULL};
static const char *const media_types[] = {"text/plain", NULL};
static const char *const languages[] = {"en", "zh-Hans", NULL};

static const weft_info exporter = {
    sizeof(weft_info), WEFT_EXPORTER, WEFT_SERIAL, WEFT_USES_NETWORK | WEFT_NONDETERMINISTIC,
    7,                 "export_sound", "1.2.0",     "Writes what a test wants.",
    "Apache-2.0",      param_list,    needs,       NULL,
    media_types,       languages};
static const weft_info parser = {
    sizeof(weft_info), WEFT_PARSER, WEFT_PER_WORKER, WEFT_MANY, 0, "parse_sound", "0.1.0", "Reads nothing.",
    "MIT",             NULL,        NULL,            NULL,      NULL, NULL};
static const weft_info *const infos[] = {&exporter, &parser};

static weft_status WEFT_CALL create(const weft_host *host, weft_ctx *ctx, const char *id, const weft_value *values,
                                    size_t n_values, weft_stage **stage) {
  (void)host, (void)ctx, (void)id, (void)values, (void)n_values, (void)stage;
  return WEFT_E_UNSUPPORTED;
}

static const weft_plugin plugin = {sizeof(weft_plugin), WEFT_ABI_MAJOR, WEFT_ABI_MINOR, 2, infos, create};

const weft_plugin *WEFT_CALL weft_entry(uint32_t host_abi_major) {
  (void)host_abi_major;
  return &plugin;
}
