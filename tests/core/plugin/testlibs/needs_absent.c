/* SPDX-License-Identifier: Apache-2.0 */
/* A library that needs another one, which is not installed. */
#include <weft/abi.h>

const void *weft_testlib_absent(void);

const weft_plugin *WEFT_CALL weft_entry(uint32_t host_abi_major) {
  (void)host_abi_major;
  return weft_testlib_absent();
}
