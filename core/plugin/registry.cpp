// SPDX-License-Identifier: Apache-2.0
/// Shadowing, and what to say of a plugin that is not there.
#include "core/plugin/registry.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/config/suggest.hpp"

namespace weft {
namespace {

std::tuple<std::uint32_t, std::string_view> rank(const PluginInfo& info) {
  return {info.kind, info.id};
}

}  // namespace

void Registry::add(PluginInfo info) {
  const auto winner = std::ranges::find(usable_, info.id, &PluginInfo::id);
  if (winner == usable_.end()) {
    const auto behind = std::ranges::upper_bound(usable_, rank(info), {}, rank);
    usable_.insert(behind, std::move(info));
    return;
  }
  if (winner->file.place.directory == info.file.place.directory) {
    const std::string files =
        winner->file.path.filename().string() + " and " + info.file.path.filename().string();
    problems_.add({winner->file.place.directory.string(), 0, 0},
                  "plugin '" + info.id + "' is in two libraries of this directory: " + files,
                  "remove one");
  }
  info.shadowed_by = winner->file.path;
  shadowed_.push_back(std::move(info));
}

void Registry::add_broken(BrokenLibrary library) {
  broken_.push_back(std::move(library));
}

const PluginInfo* Registry::find(std::string_view id) const {
  const auto found = std::ranges::find(usable_, id, &PluginInfo::id);
  return found == usable_.end() ? nullptr : &*found;
}

std::string Registry::suggest_plugin(std::string_view id) const {
  for (const BrokenLibrary& library : broken_) {
    if (library.file.path.stem().string() == id)
      return library.file.path.string() + " is broken: " + library.reason;
  }
  const std::string_view kind = id.substr(0, id.find('_'));
  std::vector<std::string> ids;
  std::vector<std::string> kin;
  std::string same_name;
  for (const PluginInfo& info : usable_) {
    if (info.name() == id) same_name += (same_name.empty() ? "'" : " or '") + info.id + "'";
    ids.push_back(info.id);
    if (kind_word(info.kind) == kind) kin.push_back(info.id);
  }
  if (!same_name.empty()) return "did you mean " + same_name + "?";
  // Same kind first: an exporter is no help to one who asked for a parser.
  if (const auto near = closest(id, kin)) return "did you mean '" + *near + "'?";
  if (const auto near = closest(id, ids)) return "did you mean '" + *near + "'?";
  return suggest(id, kin);
}

}  // namespace weft
