// SPDX-License-Identifier: Apache-2.0
/// Reads schema.org descriptions: what a page is, who wrote it and when.
#include <algorithm>
#include <array>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include <weft/vocabulary.h>

#include "letters.hpp"
#include "page_metadata.hpp"

namespace weft {
namespace {

using Json = nlohmann::json;

struct TypeWeight {
  std::string_view type;
  double confidence;
};

// How much a description of this type says about the page itself rather than about a part of it.
constexpr auto kTypes = std::to_array<TypeWeight>({
    {"Article", 0.9},
    {"NewsArticle", 0.95},
    {"BlogPosting", 0.95},
    {"TechArticle", 0.9},
    {"ReportageNewsArticle", 0.95},
    {"AnalysisNewsArticle", 0.95},
    {"OpinionNewsArticle", 0.95},
    {"ScholarlyArticle", 0.9},
    {"Report", 0.9},
    {"Recipe", 0.9},
    {"HowTo", 0.8},
    {"MedicalWebPage", 0.85},
    {"DiscussionForumPosting", 0.95},
    {"SocialMediaPosting", 0.9},
    {"Question", 0.9},
    {"Review", 0.6},
    {"WebPage", 0.6},
    {"CollectionPage", 0.4},
    {"FAQPage", 0.5},
    {"Product", 0.3},
    {"VideoObject", 0.4},
    {"LiveBlogPosting", 0.95},
    {"Course", 0.5},
    {"QAPage", 0.6},
    {"AboutPage", 0.5},
    {"CreativeWork", 0.8},
    {"AdvertiserContentArticle", 0.9},
    {"SatiricalArticle", 0.9},
    {"BackgroundNewsArticle", 0.95},
    {"ReviewNewsArticle", 0.95},
    {"Blog", 0.4},
    {"Book", 0.5},
    {"Dataset", 0.7},
    {"Guide", 0.8},
    {"APIReference", 0.8},
});

std::string string_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) {
    for (const char* key : {"name", "@value", "url", "@id"})
      if (const auto found = value.find(key); found != value.end() && found->is_string())
        return found->get<std::string>();
  }
  if (value.is_array() && !value.empty() && !value.front().is_array())
    return string_of(value.front());
  return {};
}

const Json* member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

double weight_of(const Json& object, std::string& types) {
  double best = 0;
  const Json* type = member(object, "@type");
  if (type == nullptr) return 0;
  const auto look_up = [&](const Json& name) {
    if (!name.is_string()) return;
    const auto& text = name.get_ref<const std::string&>();
    types += letters_only(text) + ' ';
    best = std::max(best, weight_of_type(text));
  };
  if (type->is_array())
    for (const Json& name : *type)
      look_up(name);
  else
    look_up(*type);
  return best;
}

class ClaimCollector {
 public:
  explicit ClaimCollector(PageClaims& claims) : claims_(claims) {}

  // Objects of a document in the order written; an explicit stack, since depth is the page's
  // choice.
  void run(const Json& root) {
    index_ids(root);
    std::vector<const Json*> open{&root};
    std::size_t visited = 0;
    constexpr std::size_t kMost = 20'000;
    while (!open.empty() && ++visited < kMost) {
      const Json& value = *open.back();
      open.pop_back();
      if (value.is_object()) read_object(value);
      if (!value.is_structured()) continue;
      std::vector<const Json*> children;
      for (const Json& child : value)
        if (child.is_structured()) children.push_back(&child);
      open.insert(open.end(), children.rbegin(), children.rend());
    }
  }

 private:
  void index_ids(const Json& root) {
    const Json* graph = root.is_object() ? member(root, "@graph") : nullptr;
    if (graph == nullptr || !graph->is_array()) return;
    for (const Json& item : *graph) {
      if (!item.is_object()) continue;
      if (const Json* id = member(item, "@id"); id != nullptr && id->is_string())
        by_id_.emplace(id->get<std::string>(), &item);
    }
  }

  const Json& resolve(const Json& value) const {
    if (!value.is_object() || value.size() != 1) return value;
    const Json* id = member(value, "@id");
    if (id == nullptr || !id->is_string()) return value;
    const auto found = by_id_.find(id->get<std::string>());
    return found == by_id_.end() ? value : *found->second;
  }

  void read_object(const Json& object) {
    const double weight = weight_of(object, claims_.page_type);
    for (const char* key : {"articleBody", "text", "reviewBody"}) {
      const Json* text = member(object, key);
      if (text != nullptr && text->is_string())
        claims_.structured_text += letters_only(text->get_ref<const std::string&>()) + ' ';
    }
    if (weight == 0) return;
    add(object, "headline", WEFT_KEY_TITLE, weight * 0.8);
    add(object, "datePublished", WEFT_KEY_DATE_PUBLISHED, weight);
    add(object, "dateModified", WEFT_KEY_DATE_MODIFIED, weight);
    add(object, "inLanguage", WEFT_KEY_LANGUAGE, weight * 0.8);
    add(object, "license", WEFT_KEY_LICENSE, weight);
    add(object, "publisher", WEFT_KEY_PUBLISHER, weight);
    add(object, "translator", WEFT_KEY_TRANSLATOR, weight);
    group_ = ++claims_.groups;
    const Json* authors = member(object, "author");
    if (authors == nullptr) authors = member(object, "creator");
    if (authors != nullptr) add_authors(*authors, weight);
  }

  void add(const Json& object, const char* name, std::string_view key, double weight) {
    const Json* value = member(object, name);
    if (value != nullptr) claims_.add(key, string_of(resolve(*value)), "json-ld", weight);
  }

  void add_authors(const Json& authors, double weight) {
    if (!authors.is_array()) {
      claims_.add(WEFT_KEY_AUTHOR, author_name(authors), "json-ld", weight, group_);
      return;
    }
    for (const Json& author : authors)
      claims_.add(WEFT_KEY_AUTHOR, author_name(author), "json-ld", weight, group_);
  }

  std::string author_name(const Json& author) const {
    const Json& person = resolve(author);
    if (person.is_string()) return person.get<std::string>();
    if (!person.is_object()) return {};
    const Json* name = member(person, "name");
    return name == nullptr ? std::string() : string_of(*name);
  }

  PageClaims& claims_;
  std::unordered_map<std::string, const Json*> by_id_;
  int group_ = 0;
};

}  // namespace

double weight_of_type(std::string_view type) {
  const auto known = std::find_if(kTypes.begin(), kTypes.end(),
                                  [&](const TypeWeight& weight) { return weight.type == type; });
  return known == kTypes.end() ? 0 : known->confidence;
}

void collect_json_ld(std::string_view script, PageClaims& claims) {
  constexpr std::size_t kLongest = 1U << 20U;
  constexpr int kDeepest = 64;
  const std::string_view text = trimmed(script);
  if (text.empty() || text.size() > kLongest || (text.front() != '{' && text.front() != '['))
    return;
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= kDeepest; };
  const Json root = Json::parse(text, shallow, false, true);
  if (!root.is_discarded()) ClaimCollector(claims).run(root);
}

}  // namespace weft
