// SPDX-License-Identifier: Apache-2.0
/// dc:creator is who saved last; who began the document is a better author.
#include "odt_properties.hpp"

#include <weft/text/language.hpp>
#include <weft/text/normalize.hpp>
#include <weft/zip/properties.hpp>

#include <algorithm>

namespace weft {
namespace {

constexpr std::string_view kOrigin = "odt-properties";

}  // namespace

bool OdtProperties::open(const XmlElement& element) {
  const std::string_view name = element.name();
  into_ = name == "dc:title"               ? &title_
          : name == "meta:initial-creator" ? &initial_creator_
          : name == "dc:creator"           ? &creator_
          : name == "meta:creation-date"   ? &created_
          : name == "dc:date"              ? &modified_
          : name == "dc:language"          ? &language_
                                           : nullptr;
  // A flat file has comments with creators and dates in its body.
  return name != "office:body";
}

void OdtProperties::close(std::string_view) {
  into_ = nullptr;
}

void OdtProperties::text(std::string_view text) {
  if (into_ != nullptr && into_->size() < 4096) *into_ += text.substr(0, 4096);
}

void OdtProperties::add_title(BlockText& out) const {
  const std::string stated = plausible_title(title_);
  const auto found = std::find_if(out.blocks.begin(), out.blocks.end(), [](const Block& block) {
    return block.kind.type == WEFT_SPAN_TITLE;
  });
  if (found != out.blocks.end()) {
    const std::string shown = clean_value(found->text);
    const bool agrees = comparison_key(shown) == comparison_key(stated);
    out.metadata.push_back({WEFT_KEY_TITLE, shown, "title-style", agrees ? 0.95 : 0.85,
                            static_cast<std::uint32_t>(found - out.blocks.begin())});
  } else if (!stated.empty()) {
    out.metadata.push_back({WEFT_KEY_TITLE, stated, kOrigin, 0.6});
  }
}

void OdtProperties::add_to(BlockText& out) const {
  add_title(out);
  std::vector<std::string> people = plausible_people(initial_creator_);
  if (people.empty()) people = plausible_people(creator_);
  for (const std::string& person : people)
    out.metadata.push_back({WEFT_KEY_AUTHOR, person, kOrigin, 0.5});
  const std::string created = plausible_date(created_);
  const std::string modified = plausible_date(modified_);
  if (!created.empty() && (modified.empty() || created <= modified))
    out.metadata.push_back({WEFT_KEY_DATE_CREATED, created, kOrigin, 0.6});
  if (!modified.empty()) out.metadata.push_back({WEFT_KEY_DATE_MODIFIED, modified, kOrigin, 0.7});
  const std::string language = clean_value(language_);
  if (is_well_formed_tag(language) && !matches_range(language, "und"))
    out.metadata.push_back({WEFT_KEY_LANGUAGE, language, kOrigin, 0.5});
}

}  // namespace weft
