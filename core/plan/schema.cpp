// SPDX-License-Identifier: Apache-2.0
/// Writes the grammar of core/config/README.md with the plugins that are there.
#include "core/plan/schema.hpp"

#include <pugixml.hpp>
#include <sstream>
#include <string_view>

#include "core/plan/schema_value.hpp"
#include "core/version.hpp"
#include "weft/abi.h"

namespace weft {
namespace {

constexpr const char* kRelaxNg = "http://relaxng.org/ns/structure/1.0";
constexpr const char* kAnnotations = "http://relaxng.org/ns/compatibility/annotations/1.0";
constexpr const char* kDatatypes = "http://www.w3.org/2001/XMLSchema-datatypes";
constexpr const char* kInstance = "http://www.w3.org/2001/XMLSchema-instance";

pugi::xml_node add(pugi::xml_node parent, const char* element, std::string_view name = {}) {
  pugi::xml_node node = parent.append_child(element);
  if (!name.empty()) node.append_attribute("name") = std::string(name).c_str();
  return node;
}

void document(pugi::xml_node node, const std::string& words) {
  add(node, "a:documentation").text() = words.c_str();
}

void refer(pugi::xml_node parent, std::string_view name) {
  add(parent, "ref", name);
}

/// An attribute that need not be there.
pugi::xml_node add_optional(pugi::xml_node parent, std::string_view name,
                            const std::string& words) {
  pugi::xml_node attribute = add(add(parent, "optional"), "attribute", name);
  document(attribute, words);
  return attribute;
}

/// "One sentence. In sentences, from 1 to 50; default 5."
std::string words_of(const ParamInfo& param) {
  std::string words = param.doc;
  if (!words.empty() && !words.ends_with('.')) words += '.';
  std::string facts;
  const auto fact = [&](const std::string& text) { facts += (facts.empty() ? "" : ", ") + text; };
  fact(std::string(type_word(param.type)));
  if (!param.unit.empty()) fact("in " + param.unit);
  if (param.min) fact("at least " + *param.min);
  if (param.max) fact("at most " + *param.max);
  if (param.required) fact("required");
  if (param.def) fact(param.def->empty() ? "empty by default" : "by default " + *param.def);
  return words + " (" + facts + ")";
}

void add_param(pugi::xml_node element, const ParamInfo& param) {
  pugi::xml_node attribute =
      add(param.required ? element : add(element, "optional"), "attribute", param.name);
  document(attribute, words_of(param));
  pugi::xml_node choice = add(attribute, "choice");
  add_value_patterns(choice, param);
  refer(choice, "variable");
}

std::string lists_of(const PluginInfo& plugin) {
  std::string words;
  const auto list = [&](const char* what, const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < names.size(); ++i)
      words += (i == 0 ? what : ", ") + names[i];
  };
  list(" Needs: ", plugin.needs);
  list(" Gives: ", plugin.gives);
  list(" Media types: ", plugin.media_types);
  return words;
}

void add_plugin(pugi::xml_node grammar, const PluginInfo& plugin) {
  pugi::xml_node element =
      add(add(grammar, "define", plugin.id), "element", kind_word(plugin.kind));
  const std::string stop = plugin.doc.ends_with('.') ? "" : ".";
  document(element, plugin.id + " " + plugin.version + ": " + plugin.doc + stop + lists_of(plugin));
  pugi::xml_node name = add(element, "attribute", "plugin");
  document(name, plugin.doc);
  add(name, "value").text() = std::string(plugin.name()).c_str();
  refer(element, "stage");
  const bool exporter = plugin.kind == WEFT_EXPORTER;
  if (exporter) refer(element, "output");
  for (const ParamInfo& param : plugin.params)
    if (!exporter || param.name != "to") add_param(element, param);  // `to` is in "output"
  add(element, "empty");
}

void add_common(pugi::xml_node grammar) {
  pugi::xml_node variable = add(grammar, "define", "variable");
  document(variable, "A value with the environment variable NAME in it, written ${NAME}.");
  add_matching(variable, "string", ".*[$][{][A-Za-z_][A-Za-z0-9_]*[}].*");

  pugi::xml_node stage = add(grammar, "define", "stage");
  const pugi::xml_node id = add_optional(
      stage, "id",
      "Name of the stage for --set, reports and files that include this one; by default the "
      "plugin's id. Required where a plugin occurs twice.");
  add_matching(id, "string", "[A-Za-z0-9_.:\\-]+");
  add(add_optional(stage, "when",
                   "Condition: lang=RANGE, media-type=TYPE, view=NAME, or != for the opposite; "
                   "all of several between blanks must hold. Other documents pass unchanged."),
      "text");

  pugi::xml_node output = add(grammar, "define", "output");
  pugi::xml_node to = add(output, "attribute", "to");
  document(to,
           "Path of the output below --out. {name}: the pipeline; {id}, {stem}, {lang}: the "
           "document, for one output each; {part}: of exporters that write several files.");
  add_matching(to, "token", ".+");
}

void add_corpus(pugi::xml_node grammar) {
  pugi::xml_node corpus = add(add(grammar, "define", "corpus"), "element", "corpus");
  document(corpus, "Where the documents are; CORPUS arguments replace the root.");
  const pugi::xml_node root = add_optional(
      corpus, "root", "Folder or file, relative to this file; by default the file's folder.");
  add_matching(root, "token", ".+");
  const pugi::xml_node include = add_optional(
      corpus, "include",
      "Glob patterns between blanks, below the root: '**/*.html **/*.txt'. By default every file "
      "that is not hidden.");
  add_matching(include, "token", ".+");
  const pugi::xml_node exclude =
      add_optional(corpus, "exclude", "Glob patterns of files to leave out.");
  add_matching(exclude, "token", ".+");
  add(corpus, "empty");

  pugi::xml_node include_file = add(add(grammar, "define", "include"), "element", "include");
  document(include_file, "Another pipeline file, over which this one is laid.");
  pugi::xml_node href = add(include_file, "attribute", "href");
  document(href, "The file, relative to this one.");
  add_matching(href, "token", ".+");
  add(include_file, "empty");
}

void add_pipeline(pugi::xml_node grammar, const Registry& registry) {
  pugi::xml_node pipeline = add(add(grammar, "start"), "element", "pipeline");
  document(pipeline, "A pipeline of weft " + std::string(kVersion) + ".");
  add(add_optional(pipeline, "name", "By default the file's name without its ending."), "text");
  pugi::xml_node instance = add(add(pipeline, "zeroOrMore"), "attribute");
  add(instance, "nsName").append_attribute("ns") = kInstance;
  pugi::xml_node parts = add(pipeline, "interleave");
  refer(add(parts, "optional"), "corpus");
  pugi::xml_node choice = add(add(parts, "zeroOrMore"), "choice");
  refer(choice, "include");
  for (const PluginInfo& plugin : registry.all())
    refer(choice, plugin.id);
}

}  // namespace

std::string relaxng_schema(const Registry& registry) {
  pugi::xml_document schema;
  pugi::xml_node declaration = schema.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  pugi::xml_node grammar = schema.append_child("grammar");
  grammar.append_attribute("xmlns") = kRelaxNg;
  grammar.append_attribute("xmlns:a") = kAnnotations;
  grammar.append_attribute("datatypeLibrary") = kDatatypes;
  add_pipeline(grammar, registry);
  add_corpus(grammar);
  add_common(grammar);
  for (const PluginInfo& plugin : registry.all())
    add_plugin(grammar, plugin);
  std::ostringstream text;
  schema.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
  return text.str();
}

}  // namespace weft
