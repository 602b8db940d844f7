// SPDX-License-Identifier: Apache-2.0
/// Views, languages and metadata of a document joined from several.
#include "join_documents.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

#include "weft/text/language.hpp"

namespace weft {
namespace {

bool says_nothing(std::string_view lang) {
  return lang.empty() || lang == "und" || lang == "mul";
}

std::string_view first_subtag(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

/// The string values of a member's own attribute.
std::vector<std::string_view> values_of(const Document& member, weft_id key) {
  std::vector<std::string_view> out;
  for (const weft_attr& attr : member.attributes()) {
    if (attr.owner_kind == WEFT_ON_DOCUMENT && attr.key == key &&
        attr.value.kind == WEFT_VALUE_STRING)
      out.push_back(to_view(attr.value.as.string));
  }
  return out;
}

}  // namespace

void DocumentJoiner::join(const std::vector<const Document*>& members, const Joined& how,
                          Document& made) const {
  const std::vector<std::string>& languages = how.languages;
  std::vector<std::size_t> first_views;
  std::set<std::string, std::less<>> prefixes;
  for (std::size_t i = 0; i < members.size(); ++i) {
    std::string prefix = languages[i];
    while (!prefixes.insert(prefix).second)
      prefix += '+';
    first_views.push_back(made.view_count());
    made.adopt(*members[i], prefix + ".");
  }
  first_views.push_back(made.view_count());
  for (std::size_t i = 0; i < members.size(); ++i) {
    for (std::size_t v = first_views[i]; v < first_views[i + 1]; ++v)
      set_language(made, made.view(v), languages[i]);
  }
  set_metadata(members, how, made);
}

void DocumentJoiner::set_language(Document& made, const weft_view& view,
                                  const std::string& language) const {
  if (!made.is_leaf(view.id)) return;
  const std::string_view said = to_view(view.lang);
  if (says_nothing(said)) {
    made.set_view_language(view.id, language);
    return;
  }
  if (first_subtag(said) == first_subtag(language)) return;
  made.set(on_view(view.id), declared_language_, language, {file_name_});
  made.context().count(contradicted_);
  made.context().warn("view " + std::string(to_view(view.name)) + " is in " + std::string(said) +
                      " though its file's name says " + language);
}

void DocumentJoiner::set_metadata(const std::vector<const Document*>& members, const Joined& how,
                                  Document& made) const {
  const weft_id origin = how.method == "name" ? file_name_ : text_;
  made.set(Owner{}, layout_, "paired-files", {origin});
  made.set(Owner{}, language_, "mul", {origin});
  for (const std::string& language : how.languages)
    made.set(Owner{}, languages_, language, {origin});
  made.set(Owner{}, pairing_, how.method, {0, 0, how.score});
  std::vector<weft_id> keys;
  for (const Document* member : members) {
    for (const weft_attr& attr : member->attributes()) {
      const bool here = attr.owner_kind == WEFT_ON_DOCUMENT && attr.key != layout_ &&
                        attr.key != pairing_ && attr.key != language_ && attr.key != languages_;
      if (here && std::find(keys.begin(), keys.end(), attr.key) == keys.end())
        keys.push_back(attr.key);
    }
  }
  for (const weft_id key : keys)
    copy_values(members, key, made);
}

void DocumentJoiner::copy_values(const std::vector<const Document*>& members, weft_id key,
                                 Document& made) const {
  const Document* first = nullptr;
  for (const Document* member : members) {
    const auto values = values_of(*member, key);
    if (values.empty()) continue;
    if (first == nullptr) first = member;
    if (key != title_ && values != values_of(*first, key)) return;
  }
  for (const Document* member : members) {
    if (key != title_ && member != first) continue;
    for (const weft_attr& attr : member->attributes()) {
      const bool here = attr.owner_kind == WEFT_ON_DOCUMENT && attr.key == key &&
                        attr.value.kind == WEFT_VALUE_STRING;
      // The evidence stays with the value on the view: its span has another id here.
      if (here)
        made.set(Owner{}, key, to_view(attr.value.as.string), {attr.origin, 0, attr.confidence});
    }
  }
}

}  // namespace weft
