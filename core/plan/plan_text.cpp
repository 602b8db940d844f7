// SPDX-License-Identifier: Apache-2.0
/// The table of `weft plan`.
#include <algorithm>
#include <string>
#include <vector>

#include "core/plan/graph.hpp"
#include "weft/abi.h"

namespace weft {
namespace {

constexpr std::size_t kIndent = 11;

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : between) + word;
  return text;
}

class PlanTable {
 public:
  std::string write(const Plan& plan) {
    row("pipeline", plan.name);
    if (!plan.hash.empty()) row("hash", plan.hash);
    for (const auto& root : plan.corpus_roots)
      row("corpus", root.string());
    if (!plan.include.empty()) row("include", joined(plan.include, " "));
    if (!plan.exclude.empty()) row("exclude", joined(plan.exclude, " "));
    row("output", plan.output_dir.string());
    for (const auto* stages : {&plan.parsers, &plan.steps, &plan.exporters})
      for (const PlannedStage& stage : *stages)
        write(stage);
    if (!plan.notes.empty()) text_ += '\n';
    for (const Problem& note : plan.notes)
      row("note", to_string(note));
    return std::move(text_);
  }

 private:
  void row(const std::string& head, const std::string& rest) {
    text_ += padded(head, kIndent) + rest + '\n';
  }

  void write(const PlannedStage& stage) {
    const PluginInfo& plugin = *stage.plugin;
    text_ += '\n';
    if ((plugin.flags & WEFT_CORPUS_SCOPE) != 0)
      text_ += "---------- barrier: " + stage.id + " sees the whole corpus before it goes on\n";
    std::vector<std::string> facts = {std::string(threading_word(plugin.threading))};
    for (std::string& word : flag_words(plugin.flags))
      facts.push_back(std::move(word));
    const std::string as = stage.id == plugin.id ? "" : stage.id + " = ";
    row(std::string(kind_word(plugin.kind)), as + plugin.id + " " + plugin.version + " (" +
                                                 joined(facts, ", ") + ")  " +
                                                 to_string(stage.place));
    if (stage.when) row("", "when " + stage.when->text);
    if (!stage.to.empty()) row("", "to = " + stage.to);
    write_values(stage);
  }

  void write_values(const PlannedStage& stage) {
    const std::vector<ParamInfo>& params = stage.plugin->params;
    // A faulty plan has no more than some of its values.
    for (std::size_t i = 0; i < std::min(params.size(), stage.values.size()); ++i) {
      if (params[i].name == "to" && stage.plugin->kind == WEFT_EXPORTER) continue;  // shown above
      const bool given = std::ranges::find(stage.given, params[i].name) != stage.given.end();
      const bool there = stage.values[i].has_value();
      row("", params[i].name + (there ? " = " + stage.values[i].text() : " is not set") +
                  (given   ? ""
                   : there ? "  (default)"
                           : ""));
    }
  }

  std::string text_;
};

}  // namespace

std::string plan_text(const Plan& plan) {
  return PlanTable().write(plan);
}

}  // namespace weft
