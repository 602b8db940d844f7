// SPDX-License-Identifier: Apache-2.0
/// The forms of core/plugin/parse_param.cpp as XML Schema datatypes.
#include "core/plan/schema_value.hpp"

#include <optional>
#include <pugixml.hpp>
#include <string_view>

#include "weft/abi.h"

namespace weft {
namespace {

/// A number without sign.
constexpr const char* kNumber = R"(([0-9]+\.?[0-9]*|\.[0-9]+)([eE][\-+]?[0-9]+)?)";

pugi::xml_node add_data(pugi::xml_node parent, const char* type) {
  pugi::xml_node data = parent.append_child("data");
  data.append_attribute("type") = type;
  return data;
}

void add_facet(pugi::xml_node data, const char* name, const std::string& text) {
  pugi::xml_node facet = data.append_child("param");
  facet.append_attribute("name") = name;
  facet.text() = text.c_str();
}

void add_number(pugi::xml_node parent, const char* type, const std::string& form,
                const ParamInfo& param) {
  pugi::xml_node data = add_data(parent, type);
  add_facet(data, "pattern", form);
  if (param.min) add_facet(data, "minInclusive", *param.min);
  if (param.max) add_facet(data, "maxInclusive", *param.max);
}

/// A literal text as a regular expression of XML Schema.
std::string escaped(std::string_view literal) {
  std::string expression;
  for (const char c : literal) {
    if (std::string_view("\\|.?*+(){}[]-^").find(c) != std::string_view::npos) expression += '\\';
    expression += c;
  }
  return expression;
}

void add_list(pugi::xml_node parent, const ParamInfo& param) {
  std::string item;
  for (const std::string& choice : param.choices) {
    if (!item.empty()) item += '|';
    item += escaped(choice);
  }
  if (item.empty()) item = "[^,]*[^, ][^,]*";
  // A datatype of tokens has single blanks only, and none at the ends.
  add_matching(parent, "token", "((" + item + ")( ?, ?(" + item + "))*)?");
}

void add_map(pugi::xml_node parent) {
  const std::string item = "[^=,]*[^=, ][^=,]*=[^,]*";
  add_matching(parent, "token", "(" + item + "(," + item + ")*)?");
}

void add_choices(pugi::xml_node parent, const ParamInfo& param) {
  for (const std::string& choice : param.choices) {
    pugi::xml_node value = parent.append_child("value");
    value.append_attribute("type") = "token";
    value.text() = choice.c_str();
  }
}

/// The whole form of a type whose values are one token, or nothing.
std::optional<std::string> expression_of(std::uint32_t type) {
  switch (type) {
    case WEFT_TYPE_SIZE:
      return "[0-9]+[KMGT]?";
    case WEFT_TYPE_DURATION:
      return std::string(kNumber) + "(ms|s|m|h)";
    case WEFT_TYPE_LANGUAGE:
      return "\\*|[A-Za-z]{1,8}(\\-[A-Za-z0-9]{1,8})*";
    case WEFT_TYPE_INPUT:
    case WEFT_TYPE_OUTPUT:
      return ".+";
    case WEFT_TYPE_SECRET:
      return "[A-Za-z_][A-Za-z0-9_]*";
    default:
      return std::nullopt;
  }
}

}  // namespace

void add_matching(pugi::xml_node parent, const char* type, const std::string& expression) {
  add_facet(add_data(parent, type), "pattern", expression);
}

void add_value_patterns(pugi::xml_node parent, const ParamInfo& param) {
  if (param.type == WEFT_TYPE_BOOL) {
    ParamInfo boolean = param;
    boolean.choices = {"true", "false"};
    return add_choices(parent, boolean);
  }
  if (const auto expression = expression_of(param.type))
    return add_matching(parent, "token", *expression);
  switch (param.type) {
    case WEFT_TYPE_INTEGER:
      return add_number(parent, "integer", "-?[0-9]+", param);
    case WEFT_TYPE_REAL:
      return add_number(parent, "double", std::string("-?") + kNumber, param);
    case WEFT_TYPE_CHOICE:
      return add_choices(parent, param);
    case WEFT_TYPE_LIST:
      return add_list(parent, param);
    case WEFT_TYPE_MAP:
      return add_map(parent);
    default:
      add_data(parent, "string");
  }
}

}  // namespace weft
