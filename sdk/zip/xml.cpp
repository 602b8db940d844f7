// SPDX-License-Identifier: Apache-2.0
/// Events from a pugixml tree, walked without recursion.
#include "weft/zip/xml.hpp"

#include <algorithm>
#include <pugixml.hpp>

#include "namespaces.hpp"
#include "weft/error.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

class TreeElement final : public XmlElement {
 public:
  explicit TreeElement(const NamespaceScope& scope) : scope_(scope) {}

  void move_to(pugi::xml_node node) {
    node_ = node;
    name_ = scope_.canonical(node.name(), true, scratch_);
  }
  [[nodiscard]] std::string_view name() const override { return name_; }
  [[nodiscard]] std::string_view attribute(std::string_view wanted) const override {
    const pugi::xml_attribute found = find(wanted);
    return found ? std::string_view(found.value()) : std::string_view();
  }
  [[nodiscard]] bool has_attribute(std::string_view wanted) const override {
    return static_cast<bool>(find(wanted));
  }

 private:
  [[nodiscard]] pugi::xml_attribute find(std::string_view wanted) const {
    std::string scratch;
    for (pugi::xml_attribute one = node_.first_attribute(); one; one = one.next_attribute()) {
      if (scope_.canonical(one.name(), false, scratch) == wanted) return one;
    }
    return {};
  }

  const NamespaceScope& scope_;
  pugi::xml_node node_;
  std::string_view name_;
  std::string scratch_;
};

class Walk {
 public:
  Walk(std::string_view name, const XmlOptions& options, XmlHandler& handler)
      : name_(name), options_(options), handler_(handler), scope_(options.namespaces) {}

  void run(const pugi::xml_document& document) {
    TreeElement element(scope_);
    std::string scratch;
    pugi::xml_node node = document.first_child();
    std::size_t depth = 0;
    while (node) {
      if (node.type() == pugi::node_element) {
        declare(node, depth);
        element.move_to(node);
        if (handler_.open(element)) {
          if (node.first_child()) {
            node = node.first_child();
            if (++depth > options_.max_depth) refuse_depth();
            continue;
          }
          handler_.close(scope_.canonical(node.name(), true, scratch));
        }
        scope_.leave(depth);
      } else if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        handler_.text(node.value());
      }
      while (!node.next_sibling() && depth > 0) {
        node = node.parent();
        --depth;
        handler_.close(scope_.canonical(node.name(), true, scratch));
        scope_.leave(depth);
      }
      node = node.next_sibling();
    }
  }

 private:
  void declare(pugi::xml_node node, std::size_t depth) {
    for (pugi::xml_attribute one = node.first_attribute(); one; one = one.next_attribute()) {
      const std::string_view raw = one.name();
      if (raw == "xmlns" || raw.starts_with("xmlns:")) scope_.declare(depth, raw, one.value());
    }
  }
  [[noreturn]] void refuse_depth() const {
    throw Error(WEFT_E_LIMIT, std::string(name_) + ": elements lie more than " +
                                  std::to_string(options_.max_depth) + " deep in each other");
  }

  std::string_view name_;
  const XmlOptions& options_;
  XmlHandler& handler_;
  NamespaceScope scope_;
};

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
         bytes.starts_with(std::string_view("<\0?\0", 4)) ||
         bytes.starts_with(std::string_view("\0<\0?", 4));
}

/// Bytes that are no UTF-8, and NUL, become U+FFFD.
void repair(std::string& bytes) {
  if (bytes.find('\0') == std::string::npos && find_invalid_utf8(bytes) == std::string_view::npos)
    return;
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = bytes[at] == '\0' ? 0 : sequence_size(bytes, at);
    if (size == 0) {
      out += "\xEF\xBF\xBD";
      ++at;
    } else {
      out.append(bytes, at, size);
      at += size;
    }
  }
  bytes.swap(out);
}

}  // namespace

void read_xml(std::string bytes, std::string_view name, const XmlOptions& options,
              XmlHandler& handler) {
  const auto tags = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '<'));
  if (tags > options.max_tags)
    throw Error(WEFT_E_LIMIT, std::string(name) + ": " + std::to_string(tags) +
                                  " tags, more than the " + std::to_string(options.max_tags) +
                                  " that are read");
  const bool wide = is_utf16(bytes);
  if (!wide) repair(bytes);
  unsigned flags = pugi::parse_cdata | pugi::parse_eol | pugi::parse_wconv_attribute;
  flags |= options.keep_space ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single;
  if (options.replace_entities) flags |= pugi::parse_escapes;
  pugi::xml_document document;
  const pugi::xml_parse_result result = document.load_buffer_inplace(
      bytes.data(), bytes.size(), flags, wide ? pugi::encoding_auto : pugi::encoding_utf8);
  if (!result) {
    // Parsing in place leaves line ends where they were, but for CR LF.
    const auto at =
        std::clamp<std::ptrdiff_t>(result.offset, 0, static_cast<std::ptrdiff_t>(bytes.size()));
    const auto line = std::count(bytes.begin(), bytes.begin() + at, '\n') + 1;
    throw Error(WEFT_E_INPUT, std::string(name) + ":" + std::to_string(line) +
                                  ": not well-formed XML (" + result.description() +
                                  "); save the document again");
  }
  Walk(name, options, handler).run(document);
}

}  // namespace weft
