// SPDX-License-Identifier: Apache-2.0
/// pugixml reads a copy of the text; the source is read again for places and for what it lets pass.
#include "core/config/xml_element.hpp"

#include <algorithm>
#include <cassert>
#include <pugixml.hpp>
#include <utility>

#include "core/config/explain_markup.hpp"
#include "core/config/start_tag.hpp"

namespace weft {
namespace {

// As a fragment, pugixml shows text and further roots beside the root instead of swallowing them.
constexpr unsigned kFlags =
    pugi::parse_default | pugi::parse_fragment | pugi::parse_doctype | pugi::parse_declaration;

std::size_t offset_of(const pugi::xml_node& node) {
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
}

bool same_word(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

class XmlReader {
 public:
  XmlReader(const SourceText& source, Problems& problems) : source_(source), problems_(problems) {}

  std::optional<XmlElement> read() {
    const std::string_view text = source_.text();
    pugi::xml_document document;
    const auto result = document.load_buffer(text.data(), text.size(), kFlags, pugi::encoding_utf8);
    if (!result) {
      report(explain_markup(text).value_or(
          Fault{static_cast<std::size_t>(result.offset),
                "this is not XML: " + lower_first(result.description()),
                {}}));
      return std::nullopt;
    }
    return read_root(document);
  }

 private:
  static std::string lower_first(std::string words) {
    if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z')
      words[0] = static_cast<char>(words[0] + 32);
    return words;
  }

  void report(Fault fault) {
    problems_.add(source_.place(fault.offset), std::move(fault.message), std::move(fault.hint));
  }

  std::optional<XmlElement> read_root(const pugi::xml_document& document) {
    pugi::xml_node root;
    for (const pugi::xml_node& node : document.children()) {
      if (node.type() == pugi::node_declaration) {
        check_declaration(node);
      } else if (node.type() == pugi::node_doctype) {
        report({tag_offset(node), "a document type is not allowed here", "remove the <!DOCTYPE>"});
      } else if (node.type() != pugi::node_element) {
        report_text(node, root ? "behind the root element" : "before the root element",
                    "remove it");
      } else if (root) {
        report({tag_offset(node), "<" + std::string(node.name()) + "> is a second root element",
                "a file has one <" + std::string(root.name()) + ">"});
      } else {
        root = node;
      }
    }
    if (root) return read_element(root, 1);
    problems_.add({source_.file(), 1, 1}, "there is no element in this file",
                  "a pipeline file begins with <pipeline>");
    return std::nullopt;
  }

  /// Of the '<' before what pugixml points at.
  [[nodiscard]] std::size_t tag_offset(const pugi::xml_node& node) const {
    const std::size_t offset = offset_of(node);
    const std::size_t begin = offset == 0 ? 0 : source_.text().rfind('<', offset - 1);
    return begin == std::string_view::npos ? 0 : begin;
  }

  void check_declaration(const pugi::xml_node& node) {
    const std::string encoding = node.attribute("encoding").value();
    if (encoding.empty() || same_word(encoding, "utf-8") || same_word(encoding, "us-ascii")) return;
    report({tag_offset(node), "the declared encoding is " + encoding,
            "save the file as UTF-8 and declare that"});
  }

  void report_text(const pugi::xml_node& node, const std::string& where, std::string hint) {
    const std::size_t begin = offset_of(node);
    const std::size_t word = source_.text().find_first_not_of(" \t\r\n", begin);
    report({word == std::string_view::npos ? begin : word, "text is not allowed " + where,
            std::move(hint)});
  }

  XmlElement read_element(const pugi::xml_node& node, int depth) {
    XmlElement element;
    element.name = node.name();
    element.place = source_.place(tag_offset(node));
    read_attributes(node, element);
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() != pugi::node_element) {
        report_text(child, "in <" + element.name + ">", "options are written as attributes");
      } else if (depth == kMaxDepth) {
        report({tag_offset(child),
                "<" + std::string(child.name()) + "> cannot stand in <" + element.name + ">",
                "close <" + element.name + "> before it"});
      } else {
        element.children.push_back(read_element(child, depth + 1));
      }
    }
    return element;
  }

  void read_attributes(const pugi::xml_node& node, XmlElement& element) {
    StartTag tag = read_start_tag(source_.text(), offset_of(node));
    for (Fault& fault : tag.faults)
      report(std::move(fault));
    // Both read the same text, so the n-th attribute of one is the n-th of the other.
    auto range = tag.attributes.begin();
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      if (range == tag.attributes.end()) {
        assert(tag.attributes.size() == kMaxAttributes);
        break;
      }
      const std::string_view name = attribute.name();
      assert(source_.text().substr(range->name_begin, name.size()) == name);
      if (std::ranges::find(element.attributes, name, &XmlAttribute::name) ==
          element.attributes.end())
        element.attributes.push_back(make_attribute(attribute, *range));
      ++range;
    }
  }

  [[nodiscard]] XmlAttribute make_attribute(const pugi::xml_attribute& attribute,
                                            const AttributeRange& range) const {
    const std::string_view written =
        source_.text().substr(range.value_begin, range.value_end - range.value_begin);
    return {attribute.name(), attribute.value(), source_.place(range.name_begin),
            source_.place(range.value_begin), written == attribute.value()};
  }

  const SourceText& source_;
  Problems& problems_;
};

}  // namespace

std::optional<XmlElement> read_xml(const SourceText& source, Problems& problems) {
  const std::string_view text = source.text();
  if (const auto wide = wide_encoding(text)) {
    problems.add({source.file(), 0, 0}, "the file is in " + *wide, "save it as UTF-8");
    return std::nullopt;
  }
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    problems.add({source.file(), 0, 0}, "the file is empty",
                 "a pipeline file begins with <pipeline>");
    return std::nullopt;
  }
  if (auto fault = find_bad_character(text, source.skipped())) {
    problems.add(source.place(fault->offset), fault->message, fault->hint);
    return std::nullopt;
  }
  return XmlReader(source, problems).read();
}

}  // namespace weft
