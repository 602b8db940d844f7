// SPDX-License-Identifier: Apache-2.0
/// Drawings of a plan.
#include "core/plan/graph.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "weft/abi.h"

namespace weft {
namespace {

enum class Shape { kFile, kStage, kBarrier };

struct Node {
  std::string name;                ///< in the drawing only: "n3"
  std::vector<std::string> lines;  ///< of its label
  Shape shape = Shape::kStage;
  bool conditional = false;
};

struct Drawing {
  std::vector<Node> nodes;
  std::vector<std::pair<std::size_t, std::size_t>> edges;

  std::size_t add(std::vector<std::string> lines, Shape shape, bool conditional = false) {
    nodes.push_back({"n" + std::to_string(nodes.size()), std::move(lines), shape, conditional});
    return nodes.size() - 1;
  }
};

std::size_t add_stage(Drawing& drawing, const PlannedStage& stage) {
  const PluginInfo& plugin = *stage.plugin;
  std::vector<std::string> lines = {stage.id};
  lines.push_back((stage.id == plugin.id ? "" : plugin.id + " ") + plugin.version);
  if (stage.when) lines.push_back("when " + stage.when->text);
  const bool barrier = (plugin.flags & WEFT_CORPUS_SCOPE) != 0;
  return drawing.add(std::move(lines), barrier ? Shape::kBarrier : Shape::kStage,
                     stage.when.has_value());
}

Drawing draw(const Plan& plan) {
  Drawing drawing;
  std::vector<std::string> roots = {"corpus"};
  for (const auto& root : plan.corpus_roots)
    roots.push_back(root.string());
  const std::size_t corpus = drawing.add(std::move(roots), Shape::kFile);
  std::vector<std::size_t> last;
  for (const PlannedStage& parser : plan.parsers) {
    last.push_back(add_stage(drawing, parser));
    drawing.edges.emplace_back(corpus, last.back());
  }
  if (last.empty()) last = {corpus};
  const auto follow = [&](const PlannedStage& stage) {
    const std::size_t node = add_stage(drawing, stage);
    for (const std::size_t before : last)
      drawing.edges.emplace_back(before, node);
    return node;
  };
  for (const PlannedStage& step : plan.steps)
    last = {follow(step)};
  for (const PlannedStage& exporter : plan.exporters) {
    const std::size_t node = follow(exporter);
    drawing.edges.emplace_back(node, drawing.add({exporter.to}, Shape::kFile));
  }
  return drawing;
}

/// Lines between separators, with each character of `special` replaced.
std::string label(const Node& node, std::string_view separator,
                  const std::vector<std::pair<char, std::string_view>>& special) {
  std::string text;
  for (const std::string& line : node.lines) {
    if (!text.empty()) text += separator;
    for (const char c : line) {
      std::string_view shown(&c, 1);
      for (const auto& [plain, written] : special)
        if (plain == c) shown = written;
      text += shown;
    }
  }
  return text;
}

std::string to_dot(const Drawing& drawing, const std::string& title) {
  Node name;
  name.lines = {title};
  const std::vector<std::pair<char, std::string_view>> special = {
      {'"', "\\\""}, {'\\', "\\\\"}, {'\n', " "}};
  std::string text = "digraph \"" + label(name, "", special) + "\" {\n  rankdir=TB;\n";
  for (const Node& node : drawing.nodes) {
    text += "  " + node.name + " [label=\"" + label(node, "\\n", special) + "\"";
    text += node.shape == Shape::kFile ? ", shape=note" : ", shape=box";
    if (node.shape == Shape::kBarrier) text += ", peripheries=2";
    if (node.conditional) text += ", style=dashed";
    text += "];\n";
  }
  for (const auto& [from, to] : drawing.edges)
    text += "  " + drawing.nodes[from].name + " -> " + drawing.nodes[to].name + ";\n";
  return text + "}\n";
}

std::string to_mermaid(const Drawing& drawing) {
  const std::vector<std::pair<char, std::string_view>> special = {
      {'"', "#quot;"}, {'#', "#35;"}, {'<', "#lt;"}, {'>', "#gt;"}, {'\n', " "}};
  std::string text = "flowchart TD\n";
  for (const Node& node : drawing.nodes) {
    const std::string words = "\"" + label(node, "<br/>", special) + "\"";
    text += "  " + node.name;
    text += node.shape == Shape::kFile      ? "[/" + words + "/]"
            : node.shape == Shape::kBarrier ? "[[" + words + "]]"
                                            : "[" + words + "]";
    text += "\n";
    if (node.conditional) text += "  style " + node.name + " stroke-dasharray: 5 5\n";
  }
  for (const auto& [from, to] : drawing.edges)
    text += "  " + drawing.nodes[from].name + " --> " + drawing.nodes[to].name + "\n";
  return text;
}

}  // namespace

std::string plan_graph(const Plan& plan, GraphFormat format) {
  const Drawing drawing = draw(plan);
  return format == GraphFormat::kDot ? to_dot(drawing, plan.name) : to_mermaid(drawing);
}

}  // namespace weft
