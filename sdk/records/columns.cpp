// SPDX-License-Identifier: Apache-2.0
/// Reading the mapping a user wrote, and wording what is wrong with it.
#include "weft/records/columns.hpp"

#include <weft/error.hpp>
#include <weft/text/language.hpp>

#include <algorithm>

namespace weft {
namespace {

constexpr std::int64_t kRowsOfBilingual = 10000;

std::string_view role_name(ColumnRole role) {
  switch (role) {
    case ColumnRole::kText:
      return "text";
    case ColumnRole::kSentences:
      return "sentences";
    case ColumnRole::kTitle:
      return "title";
    case ColumnRole::kMetadata:
      return "metadata";
    case ColumnRole::kId:
      return "key";
    case ColumnRole::kView:
      return "views";
  }
  return "text";
}

void read_views(const Options& options, ColumnMapping& mapping) {
  const std::vector<std::string> views = options.list("views");
  for (std::size_t i = 0; i + 1 < views.size(); i += 2) {
    if (!is_well_formed_tag(views[i]))
      throw Error(WEFT_E_CONFIG, "views: '" + views[i] +
                                     "' is no language tag; write it as in views=\"en=English, "
                                     "zh-Hans=Chinese\"");
    mapping.columns.push_back({ColumnRole::kView, views[i + 1], views[i], false});
  }
  if (views.size() == 2)
    throw Error(WEFT_E_CONFIG, "views: names one language only; use text=\"" + views[1] +
                                   "\", or name two columns or more");
  const bool others = mapping.has(ColumnRole::kText) || mapping.has(ColumnRole::kSentences) ||
                      mapping.has(ColumnRole::kTitle);
  if (!views.empty() && others)
    throw Error(WEFT_E_CONFIG,
                "views: goes with none of text, sentences and title; leave one of them out");
}

}  // namespace

bool ColumnMapping::has(ColumnRole role) const {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const Column& column) { return column.role == role; });
}

bool ColumnMapping::is_open() const {
  return !has(ColumnRole::kText) && !has(ColumnRole::kSentences) && !has(ColumnRole::kTitle) &&
         !has(ColumnRole::kView);
}

std::vector<Param> mapping_params(const std::vector<Param>& more) {
  std::vector<Param> params = {
      {.name = "text",
       .type = WEFT_TYPE_LIST,
       .doc = "Columns whose text is read, one after the other; without it they are chosen by name "
              "or length."},
      {.name = "sentences",
       .type = WEFT_TYPE_LIST,
       .doc = "Columns whose values are sentences already: each value is one sentence, a column of "
              "a row one paragraph."},
      {.name = "title", .type = WEFT_TYPE_STRING, .doc = "Column of the title."},
      {.name = "metadata",
       .type = WEFT_TYPE_MAP,
       .doc = "Metadata keys and their columns: \"author=by, date-published=date\"."},
      {.name = "key", .type = WEFT_TYPE_STRING, .doc = "Column of the record's own id."},
      {.name = "views",
       .type = WEFT_TYPE_MAP,
       .doc = "Of a bilingual table, languages and their columns: \"en=English, zh=Chinese\"."},
      {.name = "rows",
       .type = WEFT_TYPE_INTEGER,
       .doc = "Rows a document of a bilingual table; 10000 without it.",
       .unit = "rows",
       .min = "1"},
  };
  params.insert(params.end(), more.begin(), more.end());
  return params;
}

ColumnMapping read_mapping(const Options& options) {
  ColumnMapping mapping;
  if (options.has("title"))
    mapping.columns.push_back({ColumnRole::kTitle, options.string("title"), {}, false});
  for (const std::string& name : options.list("text"))
    mapping.columns.push_back({ColumnRole::kText, name, {}, false});
  for (const std::string& name : options.list("sentences"))
    mapping.columns.push_back({ColumnRole::kSentences, name, {}, false});
  read_views(options, mapping);
  const std::vector<std::string> metadata = options.list("metadata");
  for (std::size_t i = 0; i + 1 < metadata.size(); i += 2)
    mapping.columns.push_back({ColumnRole::kMetadata, metadata[i + 1], metadata[i], false});
  if (options.has("key"))
    mapping.columns.push_back({ColumnRole::kId, options.string("key"), {}, false});
  mapping.rows =
      static_cast<std::size_t>(options.has("rows") ? options.integer("rows") : kRowsOfBilingual);
  return mapping;
}

std::string describe(const ColumnMapping& mapping) {
  std::string out;
  for (const Column& column : mapping.columns) {
    if (!out.empty()) out += ", ";
    out += column.key.empty() ? std::string(role_name(column.role)) : column.key;
    out += " from '" + column.name + "'";
  }
  return out;
}

void no_such_column(std::string_view uri, const Column& column,
                    const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 40;
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i)
    list += (list.empty() ? "" : ", ") + names[i];
  if (names.size() > kShown) list += ", ...";
  throw Error(WEFT_E_INPUT, std::string(uri) + ": no column '" + column.name + "' (" +
                                std::string(role_name(column.role)) +
                                (column.key.empty() ? "" : " " + column.key) +
                                "); its columns are: " + list);
}

}  // namespace weft
