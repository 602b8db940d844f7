/* SPDX-License-Identifier: Apache-2.0 */
/* An optional extension of abi.h for exporters of threading WEFT_SERIAL: taking back what the last document
 * left in a stage. A host that does not know it never asks for it. */
#ifndef WEFT_UNDO_H
#define WEFT_UNDO_H

#include "weft/abi.h"

#ifdef __cplusplus
extern "C" {
#endif

#define WEFT_UNDO_V1 "weft.undo/1"
typedef struct weft_undo_v1 { /* [stage] */
  /* The document of the last call of process is in no output: that call failed, or a later exporter failed on
   * the document. The stage becomes what it was before that call; bytes written to the sink are dropped by the
   * host. Called at most once for a call of process, before any other call of the stage, and never where
   * process returned WEFT_PASSED. A failure stops the run. */
  weft_status(WEFT_CALL *undo)(weft_stage *, weft_ctx *);
} weft_undo_v1;

#ifdef __cplusplus
}
#endif
#endif
