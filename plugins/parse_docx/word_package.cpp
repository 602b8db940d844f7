// SPDX-License-Identifier: Apache-2.0
/// Relationships (OPC), with the usual names as a way out for files that have lost them.
#include "word_package.hpp"

#include <weft/error.hpp>

#include <algorithm>

#include "word_names.hpp"

namespace weft {
namespace {

class RelationshipReader final : public XmlHandler {
 public:
  RelationshipReader(std::string_view part, std::vector<Relationship>& out)
      : part_(part), out_(out) {}

  bool open(const XmlElement& element) override {
    if (element.name() != "Relationship") return true;
    if (element.attribute("TargetMode") == "External") return false;
    const std::string_view type = element.attribute("Type");
    out_.push_back({std::string(element.attribute("Id")),
                    std::string(type.substr(type.rfind('/') + 1)),
                    resolve_member(part_, element.attribute("Target"))});
    return false;
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  std::string_view part_;
  std::vector<Relationship>& out_;
};

}  // namespace

std::vector<Relationship> read_relationships(ZipArchive& archive, std::string_view part) {
  std::vector<Relationship> out;
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  const std::string path =
      std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
  if (!archive.has(path)) return out;
  RelationshipReader reader(part, out);
  read_xml(archive.read(path), path, {.namespaces = word_namespaces()}, reader);
  return out;
}

std::string find_main_part(ZipArchive& archive) {
  for (const Relationship& one : read_relationships(archive, "")) {
    if (one.type != "officeDocument" || !archive.has(one.target)) continue;
    if (one.target.starts_with("xl/") || one.target.starts_with("ppt/"))
      throw Error(WEFT_E_UNSUPPORTED, one.target +
                                          ": a spreadsheet or presentation, no text document; "
                                          "save it as .docx, or leave it out of the corpus");
    return one.target;
  }
  if (archive.has("word/document.xml")) return "word/document.xml";
  throw Error(WEFT_E_INPUT,
              "no word/document.xml in the archive: no Word document, or a damaged one; open it in "
              "a word processor and save it again");
}

std::string find_part(const ZipArchive& archive, const std::vector<Relationship>& all,
                      std::string_view type, std::string_view usual) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Relationship& one) {
    return one.type == type && archive.has(one.target);
  });
  if (found != all.end()) return found->target;
  return archive.has(usual) ? std::string(usual) : std::string();
}

}  // namespace weft
