/* SPDX-License-Identifier: Apache-2.0 */
/* The library that needs_absent.so does not find. */
const void *weft_testlib_absent(void);
const void *weft_testlib_absent(void) {
  return "";
}
