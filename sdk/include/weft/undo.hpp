// SPDX-License-Identifier: Apache-2.0
/// Exporters that remember documents and can forget the last one: the C++ layer over undo.h.
#pragma once

#include <memory>
#include <string_view>
#include <utility>

#include "weft/plugin.hpp"
#include "weft/undo.h"

namespace weft {

/// An exporter of threading WEFT_SERIAL with a state that documents change, so that a document is
/// in all outputs or in none. One thread at a time.
class UndoingExporter : public Exporter {
 public:
  /// Makes the stage what it was before the last write(), which may have thrown: a later exporter
  /// failed on the document, or this one. Not called where the document was passed. What it throws
  /// stops the run.
  virtual void undo() = 0;
};

namespace detail {

template <class Class>
const void* undoing_extension(weft_stage* raw, const char* id) {
  static const weft_undo_v1 table{[](weft_stage* self, weft_ctx* ctx) {
    return guard(ctx, [&] {
      instance<Class>(self).stage->undo();
      return WEFT_OK;
    });
  }};
  return std::string_view(id) == WEFT_UNDO_V1 ? static_cast<const void*>(&table)
                                              : extension<Class>(raw, id);
}

template <class Class>
weft_stage* make_undoing_stage(const Options& options) {
  weft_stage* raw = make_stage<Class>(options);
  raw->extension = undoing_extension<Class>;
  return raw;
}

}  // namespace detail

/// The entry of an UndoingExporter, for WEFT_LIBRARY.
template <class Class>
Entry undoing_entry(About about) {
  return {std::move(about), Class::kKind, detail::make_undoing_stage<Class>};
}

}  // namespace weft

/// WEFT_PLUGIN for an UndoingExporter.
#define WEFT_UNDOING_PLUGIN(Class, ...) \
  WEFT_LIBRARY(::weft::undoing_entry<Class>(::weft::About{__VA_ARGS__}))
