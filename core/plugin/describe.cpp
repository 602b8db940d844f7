// SPDX-License-Identifier: Apache-2.0
/// Plain text for people, with or without colour.
#include "core/plugin/describe.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "weft/abi.h"
#include "weft/utf8.hpp"

namespace weft {
namespace {

using Row = std::vector<std::string>;

/// ANSI styles, or nothing.
class Style {
 public:
  explicit Style(bool color) : color_(color) {}
  [[nodiscard]] std::string bold(std::string_view text) const { return wrap("1", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return wrap("2", text); }
  [[nodiscard]] std::string red(std::string_view text) const { return wrap("31", text); }

 private:
  [[nodiscard]] std::string wrap(std::string_view code, std::string_view text) const {
    if (!color_ || text.empty()) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }

  bool color_;
};

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t size = count_code_points(text);
  return std::string(text) + std::string(size < width ? width - size : 0, ' ');
}

std::vector<std::size_t> widths(const std::vector<Row>& rows) {
  std::vector<std::size_t> widest;
  for (const Row& row : rows) {
    widest.resize(std::max(widest.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i)
      widest[i] = std::max(widest[i], count_code_points(row[i]));
  }
  return widest;
}

/// Cells side by side, two blanks between them, none at the end.
std::string line(const Row& row, const std::vector<std::size_t>& width) {
  std::string text;
  for (std::size_t i = 0; i < row.size(); ++i)
    text += "  " + padded(row[i], width[i]);
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::string joined(const std::vector<std::string>& words, std::string_view none) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : ", ") + word;
  return text.empty() ? std::string(none) : text;
}

std::string heading(std::uint32_t kind) {
  std::string noun(kind_noun(kind));
  noun[0] = static_cast<char>(noun[0] - 'a' + 'A');
  return noun + "s";
}

std::string usable(const std::vector<PluginInfo>& infos, const Style& style) {
  std::vector<Row> rows;
  rows.reserve(infos.size());
  for (const PluginInfo& info : infos)
    rows.push_back({info.id, info.version});
  const std::vector<std::size_t> width = widths(rows);
  std::string text;
  std::uint32_t kind = 0;
  for (std::size_t i = 0; i < infos.size(); ++i) {
    if (infos[i].kind != kind) {
      kind = infos[i].kind;
      text += (text.empty() ? "" : "\n") + style.bold(heading(kind)) + "\n";
    }
    text += "  " + style.bold(padded(rows[i][0], width[0])) + "  " + padded(rows[i][1], width[1]) +
            "  " + infos[i].doc + "  " +
            style.dim("[" + infos[i].file.place.directory.string() + "]") + "\n";
  }
  return text;
}

std::string looked_in(const PluginPath& path, const Style& style) {
  std::string text = "No plugins found. Looked in:\n";
  for (const PluginPlace& place : path.places)
    text += "  " + place.directory.string() + "  " +
            style.dim("[" + std::string(to_string(place.origin)) + "]") + "\n";
  return text;
}

std::string threading_words(std::uint32_t threading) {
  if (threading == WEFT_REENTRANT) return "one instance, several documents at once";
  if (threading == WEFT_SERIAL) return "one instance, one document at a time, in corpus order";
  return "one instance a worker";
}

std::vector<Row> facts(const PluginInfo& info) {
  std::vector<Row> rows = {{"kind", std::string(kind_noun(info.kind))},
                           {"needs", joined(info.needs, "nothing")},
                           {"gives", joined(info.gives, "nothing")}};
  if (info.kind == WEFT_PARSER) rows.push_back({"reads", joined(info.media_types, "not said")});
  if (info.kind == WEFT_EXPORTER) rows.push_back({"writes", joined(info.media_types, "not said")});
  rows.push_back({"languages", joined(info.languages, "any")});
  rows.push_back({"threading", threading_words(info.threading)});
  if (info.flags != 0) rows.push_back({"flags", joined(flag_words(info.flags), "")});
  rows.push_back({"license", info.license});
  rows.push_back({"file", info.file.path.string()});
  return rows;
}

std::string parameters(const PluginInfo& info, const Style& style) {
  if (info.params.empty()) return style.bold("No parameters") + "\n";
  std::vector<Row> rows = {{"name", "type", "default", "allowed", "unit"}};
  for (const ParamInfo& param : info.params) {
    const std::string value = param.required ? "required" : param.def.value_or("none");
    rows.push_back({param.name, std::string(type_word(param.type)), value.empty() ? "\"\"" : value,
                    allowed_values(param), param.unit});
  }
  const std::vector<std::size_t> width = widths(rows);
  std::string text = style.bold("Parameters") + "\n" + style.dim(line(rows[0], width)) + "\n";
  for (std::size_t i = 0; i < info.params.size(); ++i)
    text += line(rows[i + 1], width) + "\n      " + info.params[i].doc + "\n";
  return text;
}

/// An element with all that must be given.
std::string example(const PluginInfo& info) {
  std::string text =
      "  <" + std::string(kind_word(info.kind)) + " plugin=\"" + std::string(info.name()) + "\"";
  for (const ParamInfo& param : info.params)
    if (param.required) text += " " + param.name + "=\"...\"";
  const ParamInfo* to = info.param("to");
  if (info.kind == WEFT_EXPORTER && (to == nullptr || !to->required)) text += " to=\"...\"";
  return text + "/>\n";
}

}  // namespace

std::string allowed_values(const ParamInfo& param) {
  if (param.min && param.max) return *param.min + " .. " + *param.max;
  if (param.min) return ">= " + *param.min;
  if (param.max) return "<= " + *param.max;
  std::string text;
  for (const std::string& choice : param.choices)
    text += (text.empty() ? "" : " | ") + choice;
  return text;
}

std::string describe_plugins(const Registry& registry, const PluginPath& path, bool color) {
  const Style style(color);
  std::string text =
      registry.all().empty() ? looked_in(path, style) : usable(registry.all(), style);
  if (!registry.shadowed().empty()) text += "\n" + style.bold("Shadowed") + "\n";
  for (const PluginInfo& info : registry.shadowed())
    text += "  " + info.id + " " + info.version + "  " + info.file.path.string() + "\n      by " +
            info.shadowed_by.string() + "\n";
  if (!registry.broken().empty()) text += "\n" + style.bold("Broken") + "\n";
  for (const BrokenLibrary& library : registry.broken())
    text += "  " + library.file.path.string() + "\n      " + style.red(library.reason) + "\n";
  if (!registry.problems().empty()) text += "\n" + style.bold("Problems") + "\n";
  for (const Problem& problem : registry.problems().sorted())
    text += "  " + style.red(to_string(problem)) + "\n";
  return text;
}

std::string describe_plugin(const PluginInfo& info, bool color) {
  const Style style(color);
  std::string text = style.bold(info.id) + " " + info.version + "\n  " + info.doc + "\n\n";
  const std::vector<Row> rows = facts(info);
  const std::vector<std::size_t> width = widths(rows);
  for (const Row& row : rows)
    text += line(row, width) + "\n";
  return text + "\n" + parameters(info, style) + "\n" + style.bold("Example") + "\n" +
         example(info);
}

}  // namespace weft
