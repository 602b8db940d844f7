/* SPDX-License-Identifier: Apache-2.0 */
/* A library that was linked without something it needs. */
#include <weft/abi.h>

const weft_plugin *a_function_nobody_wrote(void);

const weft_plugin *WEFT_CALL weft_entry(uint32_t host_abi_major) {
  (void)host_abi_major;
  return a_function_nobody_wrote();
}
