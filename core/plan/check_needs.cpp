// SPDX-License-Identifier: Apache-2.0
/// needs and gives, and which plugin to add.
#include "core/plan/check_needs.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "core/plan/plan_stage.hpp"

namespace weft {
namespace {

constexpr std::string_view kParse = "parse";
constexpr std::string_view kExport = "export";

bool gives(const PluginInfo& plugin, const std::string& name) {
  return std::ranges::find(plugin.gives, name) != plugin.gives.end();
}

/// The element that adds a plugin, with the options it cannot do without.
std::string element_of(const PluginInfo& plugin) {
  std::string text =
      "<" + std::string(kind_word(plugin.kind)) + " plugin=\"" + std::string(plugin.name()) + "\"";
  for (const ParamInfo& param : plugin.params)
    if (param.required) text += " " + param.name + "=\"...\"";
  return text + "/>";
}

class NeedsCheck {
 public:
  NeedsCheck(const std::vector<FoundStage>& stages, const Registry& registry, Problems& problems)
      : stages_(stages), registry_(registry), problems_(problems) {}

  void run() {
    // Parsers meet every document first and exporters last, wherever they stand in the file.
    for (const FoundStage& each : stages_)
      if (each.stage->element == kParse) add_gives(each);
    for (const FoundStage& each : stages_) {
      if (each.stage->element == kParse || each.stage->element == kExport) continue;
      judge(each);
      add_gives(each);
    }
    for (const FoundStage& each : stages_)
      if (each.stage->element == kExport) judge(each);
  }

 private:
  void add_gives(const FoundStage& each) {
    const PluginInfo* plugin = each.found.plugin ? each.found.plugin : each.found.meant;
    if (plugin == nullptr)
      guessing_ = true;
    else
      given_.insert(plugin->gives.begin(), plugin->gives.end());
  }

  void judge(const FoundStage& each) {
    if (each.found.plugin == nullptr || guessing_) return;
    for (const std::string& need : each.found.plugin->needs) {
      if (given_.contains(need)) continue;
      problems_.add(each.stage->place, stage_name(*each.stage) + " needs '" + need + "'",
                    cure(need, each));
    }
  }

  [[nodiscard]] std::string cure(const std::string& need, const FoundStage& needy) const {
    for (const FoundStage& each : stages_) {
      if (&each == &needy || each.found.plugin == nullptr || !gives(*each.found.plugin, need))
        continue;
      return "move it behind " + stage_name(*each.stage) + " at " + to_string(each.stage->place);
    }
    constexpr std::size_t kShown = 3;
    std::string elements;
    std::size_t count = 0;
    for (const PluginInfo& plugin : registry_.all()) {
      if (!gives(plugin, need) || ++count > kShown) continue;
      elements += (elements.empty() ? "" : " or ") + element_of(plugin);
    }
    if (elements.empty()) return "no installed plugin gives it; 'weft plugins' lists them";
    return "add " + elements + " before it";
  }

  const std::vector<FoundStage>& stages_;
  const Registry& registry_;
  Problems& problems_;
  std::set<std::string> given_;
  bool guessing_ = false;
};

}  // namespace

void check_needs(const std::vector<FoundStage>& stages, const Registry& registry,
                 Problems& problems) {
  NeedsCheck(stages, registry, problems).run();
}

}  // namespace weft
