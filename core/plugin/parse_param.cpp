// SPDX-License-Identifier: Apache-2.0
/// The text of a parameter by its type, and the range it must be in.
#include <algorithm>

#include "core/config/suggest.hpp"
#include "core/plugin/language_tag.hpp"
#include "core/plugin/param_readers.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// The parts between commas, trimmed; none of an empty text.
std::vector<std::string> comma_parts(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; !text.empty() && begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    parts.emplace_back(trimmed(text.substr(begin, comma - begin)));
    begin = comma + 1;
  }
  return parts;
}

ParamReading done(ParamValue value) {
  ParamReading reading;
  reading.value = std::move(value);
  return reading;
}

ParamReading read_bool(std::string_view text) {
  if (text == "true" || text == "false") return done(ParamValue::boolean(text == "true"));
  return refused(in_quotes(text) + " is neither true nor false", "write 'true' or 'false'");
}

ParamReading read_choice(const ParamInfo& param, std::string_view text) {
  if (std::ranges::find(param.choices, text) != param.choices.end())
    return done(ParamValue::string(std::string(text)));
  return refused(in_quotes(text) + " is none of the choices", suggest(text, param.choices));
}

ParamReading read_list(const ParamInfo& param, std::string_view text) {
  std::vector<std::string> items = comma_parts(text);
  for (const std::string& item : items) {
    if (item.empty())
      return refused(in_quotes(text) + " has an empty item", "remove the extra comma");
    if (param.choices.empty()) continue;
    ParamReading one = read_choice(param, item);
    if (!one.ok()) return one;
  }
  return done(ParamValue::list(std::move(items)));
}

ParamReading read_map(std::string_view text) {
  std::vector<std::string> items;
  for (const std::string& part : comma_parts(text)) {
    const std::size_t equals = part.find('=');
    const std::string key(trimmed(std::string_view(part).substr(0, equals)));
    if (equals == std::string::npos || key.empty())
      return refused(in_quotes(part) + " is not a key and a value", "write it like a=b, c=d");
    for (std::size_t i = 0; i < items.size(); i += 2)
      if (items[i] == key) return refused("key " + in_quotes(key) + " is there twice");
    items.push_back(key);
    items.emplace_back(trimmed(std::string_view(part).substr(equals + 1)));
  }
  return done(ParamValue::map(std::move(items)));
}

ParamReading read_language(std::string_view text) {
  if (const auto tag = canonical_language(text)) return done(ParamValue::string(*tag));
  const std::string likely = likely_language(text);
  return refused(
      in_quotes(text) + " is not a BCP 47 language tag",
      likely.empty() ? "write it like en, zh-Hans or pt-BR" : "did you mean '" + likely + "'?");
}

ParamReading read_unbounded(const ParamInfo& param, std::string_view text,
                            const ParamContext& context) {
  switch (param.type) {
    case WEFT_TYPE_BOOL:
      return read_bool(text);
    case WEFT_TYPE_INTEGER:
      return read_integer(text);
    case WEFT_TYPE_REAL:
      return read_real(text);
    case WEFT_TYPE_STRING:
      return done(ParamValue::string(std::string(text)));
    case WEFT_TYPE_CHOICE:
      return read_choice(param, text);
    case WEFT_TYPE_LIST:
      return read_list(param, text);
    case WEFT_TYPE_MAP:
      return read_map(text);
    case WEFT_TYPE_SIZE:
      return read_size(text);
    case WEFT_TYPE_DURATION:
      return read_duration(text);
    case WEFT_TYPE_LANGUAGE:
      return read_language(text);
    case WEFT_TYPE_INPUT:
      return read_input(text, context);
    case WEFT_TYPE_OUTPUT:
      return read_output(text, context);
    case WEFT_TYPE_SECRET:
      return read_secret(text, context);
    default:
      return refused("parameter type " + std::to_string(param.type) + " is unknown to this host");
  }
}

/// Below zero, zero or above it as `a` is less, equal or greater; both of one numeric kind.
int compare(const ParamValue& a, const ParamValue& b) {
  const weft_value x = a.as_abi();
  const weft_value y = b.as_abi();
  if (x.kind != y.kind) return 0;
  if (x.kind == WEFT_VALUE_REAL) return (x.as.real > y.as.real) - (x.as.real < y.as.real);
  return (x.as.integer > y.as.integer) - (x.as.integer < y.as.integer);
}

bool bounded(std::uint32_t type) {
  return type == WEFT_TYPE_INTEGER || type == WEFT_TYPE_REAL || type == WEFT_TYPE_SIZE ||
         type == WEFT_TYPE_DURATION;
}

ParamReading check_range(const ParamInfo& param, std::string_view text, ParamReading reading,
                         const ParamContext& context) {
  const std::string range =
      param.min && param.max ? "write a value from " + *param.min + " to " + *param.max : "";
  const auto beyond = [&](const std::optional<std::string>& bound, int side) {
    if (!bound) return false;
    const ParamReading limit = read_unbounded(param, trimmed(*bound), context);
    return limit.ok() && compare(reading.value, limit.value) == side;
  };
  if (beyond(param.min, -1))
    return refused(in_quotes(text) + " is below " + *param.min + ", the least allowed", range);
  if (beyond(param.max, 1))
    return refused(in_quotes(text) + " is above " + *param.max + ", the most allowed", range);
  return reading;
}

}  // namespace

ParamReading refused(std::string error, std::string hint) {
  ParamReading reading;
  reading.error = std::move(error);
  reading.hint = std::move(hint);
  return reading;
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kShown = 80;
  if (text.size() <= kShown) return "'" + std::string(text) + "'";
  std::size_t cut = kShown;
  while (!on_border(text, cut))
    --cut;
  return "'" + std::string(text.substr(0, cut)) + "...'";
}

ParamReading parse_param(const ParamInfo& param, std::string_view text,
                         const ParamContext& context) {
  if (find_invalid_utf8(text) != std::string_view::npos) return refused("it is not valid UTF-8");
  if (text.find('\0') != std::string_view::npos) return refused("it has a NUL byte in it");
  if (param.type != WEFT_TYPE_STRING) text = trimmed(text);
  ParamReading reading = read_unbounded(param, text, context);
  if (!reading.ok() || !bounded(param.type)) return reading;
  return check_range(param, text, std::move(reading), context);
}

ParamReading default_param(const ParamInfo& param, const ParamContext& context) {
  if (param.def) return parse_param(param, *param.def, context);
  if (param.required) return refused("'" + param.name + "' must be given: " + param.doc);
  return {};
}

}  // namespace weft
