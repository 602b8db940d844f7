// SPDX-License-Identifier: Apache-2.0
/// The plugins there are: what scan_plugins makes, and make_plan and `weft plugins` read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/config/problems.hpp"
#include "core/plugin/plugin_info.hpp"

namespace weft {

/// Usable, shadowed and broken plugins of a search path. Read from any thread once it is made.
class Registry {
 public:
  /// Adds a plugin. Those of an earlier place must be added first: they shadow later ones. The same
  /// id twice in one place becomes a problem that names both files, and the first is kept.
  /// Invalidates pointers into the registry.
  void add(PluginInfo info);
  void add_broken(BrokenLibrary library);

  /// The usable plugin of that id, or nullptr. Valid while the registry lives and nothing is added.
  [[nodiscard]] const PluginInfo* find(std::string_view id) const;

  /// Usable plugins, by kind (parse, transform, align, summarize, export), then id.
  [[nodiscard]] const std::vector<PluginInfo>& all() const noexcept { return usable_; }
  /// Plugins that an earlier place replaces; their shadowed_by says by what. In search order.
  [[nodiscard]] const std::vector<PluginInfo>& shadowed() const noexcept { return shadowed_; }
  /// Libraries that cannot be used, in search order.
  [[nodiscard]] const std::vector<BrokenLibrary>& broken() const noexcept { return broken_; }

  /// What is wrong with the search path itself: a missing --plugin-path directory, one id twice in
  /// a place. A broken library is none: it matters only to a pipeline that names it.
  [[nodiscard]] const Problems& problems() const noexcept { return problems_; }
  [[nodiscard]] Problems& problems() noexcept { return problems_; }

  /// A hint for a plugin that was not found: "did you mean 'export_tmx' or 'parse_tmx'?", or why
  /// the library of that name is broken, or the known ones of the kind the id begins with. May be
  /// empty.
  [[nodiscard]] std::string suggest_plugin(std::string_view id) const;

 private:
  std::vector<PluginInfo> usable_;
  std::vector<PluginInfo> shadowed_;
  std::vector<BrokenLibrary> broken_;
  Problems problems_;
};

}  // namespace weft
