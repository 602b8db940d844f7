// SPDX-License-Identifier: Apache-2.0
/// Automatic styles hang on named ones, and names say what a paragraph is.
#include "odt_styles.hpp"

#include <weft/zip/style_names.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>
#include <vector>

namespace weft {
namespace {

/// "Heading_20_1" as "Heading 1".
std::string unescaped(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    int code = 0;
    if (name[i] == '_' && i + 3 < name.size() && name[i + 3] == '_' &&
        std::from_chars(name.data() + i + 1, name.data() + i + 3, code, 16).ptr ==
            name.data() + i + 3 &&
        code >= 0x20 && code < 0x7F) {
      out.push_back(static_cast<char>(code));
      i += 3;
    } else {
      out.push_back(name[i]);
    }
  }
  return out;
}

std::string tag_of(std::string_view language, std::string_view country) {
  if (language.empty() || language == "none" || language == "zxx") return {};
  std::string tag(language);
  if (!country.empty() && country != "none") tag += "-" + std::string(country);
  return tag;
}

void settle_one(const std::string& name, OdtStyle& style, const OdtStyle* parent) {
  const BlockKind own =
      kind_of_style_name(style.display_name.empty() ? unescaped(name) : style.display_name);
  if (!own.type.empty()) style.kind = own;
  if (parent == nullptr) return;
  if (style.kind.type.empty()) style.kind = parent->kind;
  style.hidden = style.hidden || parent->hidden;
  if (style.latin_lang.empty()) style.latin_lang = parent->latin_lang;
  if (style.asian_lang.empty()) style.asian_lang = parent->asian_lang;
}

}  // namespace

std::span<const XmlNamespace> odt_namespaces() {
  static constexpr std::array<XmlNamespace, 11> kNamespaces = {{
      {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
      {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
      {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
      {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
      {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
      {"urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"},
      {"urn:oasis:names:tc:opendocument:xmlns:form:1.0", "form"},
      {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
      {"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"},
      {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"},
      {"http://purl.org/dc/elements/1.1/", "dc"},
  }};
  return kNamespaces;
}

bool OdtStyles::open(const XmlElement& element) {
  const std::string_view name = element.name();
  if (name == "office:body" || name == "office:meta") return false;
  const std::string_view family = element.attribute("style:family");
  if (name == "style:default-style") {
    if (family != "paragraph") return false;
    style_ = &defaults_;
  } else if (name == "style:style") {
    if (family != "paragraph" && family != "text") return false;
    // Both families may use a name; those of text styles are kept apart by a mark.
    const auto prefix = std::string(family == "text" ? "\t" : "");
    style_ = &styles_[prefix + std::string(element.attribute("style:name"))];
    style_->display_name = element.attribute("style:display-name");
    style_->parent = prefix + std::string(element.attribute("style:parent-style-name"));
    const std::string_view outline = element.attribute("style:default-outline-level");
    int level = 0;
    std::from_chars(outline.data(), outline.data() + outline.size(), level);
    if (level > 0) style_->kind = {.type = WEFT_SPAN_HEADING, .level = std::min(level, 6)};
  } else if (name == "style:text-properties") {
    text_properties(element);
  }
  return true;
}

void OdtStyles::text_properties(const XmlElement& element) {
  if (style_ == nullptr) return;
  if (element.attribute("text:display") == "none") style_->hidden = true;
  style_->latin_lang = tag_of(element.attribute("fo:language"), element.attribute("fo:country"));
  style_->asian_lang =
      tag_of(element.attribute("style:language-asian"), element.attribute("style:country-asian"));
}

void OdtStyles::close(std::string_view name) {
  if (name == "style:style" || name == "style:default-style") style_ = nullptr;
}

void OdtStyles::settle() {
  std::unordered_set<const OdtStyle*> settled;
  using Entry = std::pair<const std::string, OdtStyle>;
  for (Entry& entry : styles_) {
    std::vector<Entry*> chain;
    for (Entry* at = &entry; settled.insert(&at->second).second;) {
      chain.push_back(at);
      const auto parent = styles_.find(at->second.parent);
      if (parent == styles_.end()) break;
      at = &*parent;
    }
    for (; !chain.empty(); chain.pop_back()) {
      const auto parent = styles_.find(chain.back()->second.parent);
      settle_one(chain.back()->first, chain.back()->second,
                 parent == styles_.end() ? nullptr : &parent->second);
    }
  }
}

const OdtStyle& OdtStyles::find(std::string_view name) {
  const auto [found, fresh] = styles_.try_emplace(std::string(name));
  if (fresh) settle_one(found->first, found->second, nullptr);
  return found->second;
}

}  // namespace weft
