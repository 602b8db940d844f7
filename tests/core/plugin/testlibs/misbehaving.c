/* SPDX-License-Identifier: Apache-2.0 */
/* One library with one fault, chosen by a definition. Without one it would be sound. */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <weft/abi.h>

static const weft_info info = {
    sizeof(weft_info), WEFT_TRANSFORM, WEFT_PER_WORKER, 0, 0, "transform_odd", "1.0.0", "Is odd.",
    "MIT",             NULL,           NULL,            NULL, NULL, NULL};

static weft_status WEFT_CALL create(const weft_host *host, weft_ctx *ctx, const char *id, const weft_value *values,
                                    size_t n_values, weft_stage **stage) {
  (void)host, (void)ctx, (void)id, (void)values, (void)n_values, (void)stage;
  return WEFT_E_UNSUPPORTED;
}

__attribute__((unused)) static void hang(void) {
  for (;;) pause();
}

__attribute__((constructor)) static void on_load(void) {
#if defined(CRASH_ON_LOAD)
  raise(SIGSEGV);
#elif defined(ABORT_ON_LOAD)
  abort();
#elif defined(HANG_ON_LOAD)
  hang();
#elif defined(EXIT_ON_LOAD)
  _exit(3);
#elif defined(NOISY)
  puts("{\"plugins\": []}");
  fflush(stdout);
#elif defined(LEAVES_PROCESS)
  if (fork() == 0) hang();
#endif
}

#if defined(CRASH_WHEN_READ)
/* No page is ever mapped there. */
static const weft_info *infos[1];
#else
static const weft_info *const infos[] = {&info};
#endif

#if defined(OTHER_ABI)
#define SPOKEN (WEFT_ABI_MAJOR + 1)
#else
#define SPOKEN WEFT_ABI_MAJOR
#endif

__attribute__((unused)) static const weft_plugin plugin = {
    sizeof(weft_plugin), SPOKEN, WEFT_ABI_MINOR, 1, infos, create};

#if !defined(NO_ENTRY)
const weft_plugin *WEFT_CALL weft_entry(uint32_t host_abi_major) {
  (void)host_abi_major;
  (void)&info;
#if defined(CRASH_IN_ENTRY)
  raise(SIGSEGV);
#elif defined(HANG_IN_ENTRY)
  hang();
#elif defined(NULL_ENTRY)
  return NULL;
#elif defined(CRASH_WHEN_READ)
  infos[0] = (const weft_info *)(uintptr_t)0x10;
#endif
  return &plugin;
}
#endif
