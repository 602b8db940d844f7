// SPDX-License-Identifier: Apache-2.0
/// Reads styles.xml and settles what each style inherits.
#include "word_styles.hpp"

#include <weft/zip/style_names.hpp>
#include <weft/zip/xml.hpp>

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "word_names.hpp"

namespace weft {

class StyleReader final : public XmlHandler {
 public:
  explicit StyleReader(WordStyles& styles) : styles_(styles) {}

  bool open(const XmlElement& element) override {
    const std::string_view name = element.name();
    const std::string_view value = element.attribute("w:val");
    if (name == "w:style") return open_style(element);
    if (name == "w:docDefaults") {
      style_ = &styles_.defaults_;
    } else if (style_ == nullptr) {
      return true;
    } else if (name == "w:tblStylePr" || name == "w:pPrChange" || name == "w:rPrChange") {
      return false;
    } else if (name == "w:name") {
      style_->name = value;
    } else if (name == "w:basedOn") {
      style_->based_on = value;
    } else if (name == "w:outlineLvl") {
      int level = -1;
      std::from_chars(value.data(), value.data() + value.size(), level);
      style_->outline = level;
    } else if (name == "w:numId") {
      style_->numbered = value == "0" ? Switch::kOff : Switch::kOn;
    } else if (name == "w:vanish") {
      style_->hidden = is_on(element) ? Switch::kOn : Switch::kOff;
    } else if (name == "w:lang") {
      style_->latin_lang = value;
      style_->asian_lang = element.attribute("w:eastAsia");
    }
    return true;
  }
  void close(std::string_view name) override {
    if (name == "w:style" || name == "w:docDefaults") style_ = nullptr;
  }
  void text(std::string_view) override {}

 private:
  bool open_style(const XmlElement& element) {
    const std::string id(element.attribute("w:styleId"));
    const std::string_view type = element.attribute("w:type");
    if (type != "paragraph" && type != "character" && !type.empty()) return false;
    const auto [found, fresh] = styles_.styles_.try_emplace(id);
    if (!fresh) return false;
    style_ = &found->second;
    const std::string_view is_default = element.attribute("w:default");
    if (type == "paragraph" && (is_default == "1" || is_default == "true"))
      styles_.default_id_ = id;
    return true;
  }

  WordStyles& styles_;
  WordStyle* style_ = nullptr;
};

namespace {

void settle(WordStyle& style, const WordStyle* base) {
  style.kind = kind_of_style_name(style.name);
  if (style.kind.type.empty() && style.outline >= 0) {
    style.kind = {};
    if (style.outline < 9)
      style.kind = {.type = WEFT_SPAN_HEADING, .level = std::min(style.outline + 1, 6)};
  }
  if (base == nullptr) return;
  if (style.kind.type.empty()) style.kind = base->kind;
  if (style.numbered == Switch::kUnset) style.numbered = base->numbered;
  if (style.hidden == Switch::kUnset) style.hidden = base->hidden;
  if (style.latin_lang.empty()) style.latin_lang = base->latin_lang;
  if (style.asian_lang.empty()) style.asian_lang = base->asian_lang;
}

}  // namespace

void WordStyles::load(std::string bytes, std::string_view name) {
  StyleReader reader(*this);
  read_xml(std::move(bytes), name, {.namespaces = word_namespaces()}, reader);
  inherit();
}

void WordStyles::inherit() {
  std::unordered_map<const WordStyle*, bool> settled;
  for (auto& [id, style] : styles_) {
    // Up to the first settled ancestor, then down again; a circle ends where it meets itself.
    std::vector<WordStyle*> chain;
    for (WordStyle* at = &style; settled.try_emplace(at, true).second;) {
      chain.push_back(at);
      const auto base = styles_.find(at->based_on);
      if (base == styles_.end()) break;
      at = &base->second;
    }
    while (!chain.empty()) {
      const auto base = styles_.find(chain.back()->based_on);
      settle(*chain.back(), base == styles_.end() ? nullptr : &base->second);
      chain.pop_back();
    }
  }
}

const WordStyle& WordStyles::find(std::string_view id) {
  const auto found = styles_.find(std::string(id.empty() ? std::string_view(default_id_) : id));
  if (found != styles_.end()) return found->second;
  if (id.empty()) return nothing_;
  WordStyle& made = styles_[std::string(id)];
  made.name = id;
  settle(made, &find({}));
  return made;
}

const WordStyle& WordStyles::find_character(std::string_view id) const {
  const auto found = styles_.find(std::string(id));
  return found == styles_.end() ? nothing_ : found->second;
}

}  // namespace weft
