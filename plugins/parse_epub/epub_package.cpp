// SPDX-License-Identifier: Apache-2.0
/// The container and the package document (OPF 2 and 3).
#include "epub_package.hpp"

#include <weft/error.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include "html_entities.hpp"

namespace weft {
namespace {

std::string decoded(std::string_view text) {
  std::string out;
  append_decoded(out, text);
  return out;
}

class ContainerReader final : public XmlHandler {
 public:
  bool open(const XmlElement& element) override {
    if (element.name() == "rootfile" && path.empty())
      path = decoded(element.attribute("full-path"));
    return true;
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}
  std::string path;
};

class PackageReader final : public XmlHandler {
 public:
  explicit PackageReader(EpubPackage& out) : out_(out) {}

  bool open(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (name.starts_with("dc:") || name == "meta") {
      open_statement(element);
    } else if (name == "item") {
      out_.items.try_emplace(std::string(element.attribute("id")),
                             EpubItem{resolve_member(out_.path, decoded(element.attribute("href"))),
                                      std::string(element.attribute("media-type")),
                                      std::string(element.attribute("properties")),
                                      std::string(element.attribute("fallback"))});
    } else if (name == "itemref") {
      out_.spine.emplace_back(element.attribute("idref"));
    } else if (name == "reference") {
      out_.roles.try_emplace(resolve_member(out_.path, decoded(element.attribute("href"))),
                             element.attribute("type"));
    }
    return true;
  }
  void close(std::string_view name) override {
    if (name.starts_with("dc:") || name == "meta") in_statement_ = false;
  }
  void text(std::string_view text) override {
    if (!in_statement_) return;
    std::string& value = statements_.back().statement.value;
    if (value.size() < 16384) append_decoded(value, text.substr(0, 16384));
  }

  /// Refinements may stand before what they refine: they are put in their places last.
  void finish() {
    std::map<std::string, std::size_t, std::less<>> by_id;
    for (Entry& entry : statements_) {
      if (!entry.refines.empty() || entry.statement.name.empty()) continue;
      if (!entry.statement.id.empty())
        by_id.try_emplace("#" + entry.statement.id, out_.metadata.size());
      out_.metadata.push_back(entry.statement);
    }
    for (const Entry& entry : statements_) {
      const auto found = by_id.find(entry.refines);
      if (entry.refines.empty() || found == by_id.end()) continue;
      EpubStatement& refined = out_.metadata[found->second];
      if (entry.statement.name == "role") refined.role = entry.statement.value;
      if (entry.statement.name == "title-type") refined.title_type = entry.statement.value;
    }
  }

 private:
  struct Entry {
    EpubStatement statement;
    std::string refines;
  };

  void open_statement(const XmlElement& element) {
    in_statement_ = true;
    Entry& entry = statements_.emplace_back();
    entry.refines = element.attribute("refines");
    const bool is_meta = element.name() == "meta";
    entry.statement.name = is_meta ? element.attribute("property") : element.name();
    entry.statement.id = element.attribute("id");
    // With the namespace bound as usual the attribute's name is short; without, as it is written.
    entry.statement.role = element.attribute("role");
    if (entry.statement.role.empty()) entry.statement.role = element.attribute("opf:role");
    entry.statement.event = element.attribute("event");
    if (entry.statement.event.empty()) entry.statement.event = element.attribute("opf:event");
  }

  EpubPackage& out_;
  std::vector<Entry> statements_;
  bool in_statement_ = false;
};

/// Algorithms that only scramble the beginning of fonts.
bool is_obfuscation(std::string_view algorithm) {
  return algorithm == "http://www.idpf.org/2008/embedding" ||
         algorithm == "http://ns.adobe.com/pdf/enc#RC";
}

class EncryptionReader final : public XmlHandler {
 public:
  bool open(const XmlElement& element) override {
    const std::string_view name = element.name();
    const std::string_view local = name.substr(name.rfind(':') + 1);
    if (local == "EncryptedData") algorithm_.clear();
    if (local == "EncryptionMethod" && algorithm_.empty())
      algorithm_ = element.attribute("Algorithm");
    if (local == "CipherReference" && !is_obfuscation(algorithm_))
      encrypted.push_back(resolve_member({}, decoded(element.attribute("URI"))));
    return true;
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}
  std::vector<std::string> encrypted;

 private:
  std::string algorithm_;
};

std::string find_package(ZipArchive& archive) {
  constexpr std::string_view kContainer = "META-INF/container.xml";
  ContainerReader reader;
  if (archive.has(kContainer)) {
    read_xml(archive.read(kContainer), kContainer,
             {.namespaces = epub_namespaces(), .replace_entities = false}, reader);
    const std::string path = resolve_member({}, reader.path);
    if (archive.has(path)) return path;
  }
  const auto& names = archive.names();
  const auto found = std::find_if(names.begin(), names.end(),
                                  [](const std::string& name) { return name.ends_with(".opf"); });
  if (found != names.end()) return *found;
  throw Error(WEFT_E_INPUT, "no package document (META-INF/container.xml names " +
                                (reader.path.empty() ? std::string("none") : reader.path) +
                                "): no EPUB, or a damaged one; fetch it again");
}

}  // namespace

std::span<const XmlNamespace> epub_namespaces() {
  static constexpr std::array<XmlNamespace, 10> kNamespaces = {{
      {"urn:oasis:names:tc:opendocument:xmlns:container", ""},
      {"http://www.idpf.org/2007/opf", ""},
      {"http://www.w3.org/1999/xhtml", ""},
      {"http://www.daisy.org/z3986/2005/ncx/", ""},
      {"http://www.daisy.org/z3986/2005/dtbook/", ""},
      {"http://purl.org/dc/elements/1.1/", "dc"},
      {"http://purl.org/dc/elements/1.0/", "dc"},
      {"http://www.idpf.org/2007/ops", "epub"},
      {"http://www.w3.org/2000/svg", "svg"},
      {"http://www.w3.org/1998/Math/MathML", "m"},
  }};
  return kNamespaces;
}

EpubPackage read_package(ZipArchive& archive, std::vector<std::string>& warnings) {
  EpubPackage out;
  out.path = find_package(archive);
  PackageReader reader(out);
  read_xml(archive.read(out.path), out.path,
           {.namespaces = epub_namespaces(), .replace_entities = false}, reader);
  reader.finish();
  if (out.spine.empty())
    throw Error(WEFT_E_INPUT, out.path + ": the spine is empty, so there is nothing to read");
  refuse_encrypted(archive, out);
  read_navigation(archive, out, warnings);
  return out;
}

void refuse_encrypted(ZipArchive& archive, const EpubPackage& package) {
  constexpr std::string_view kEncryption = "META-INF/encryption.xml";
  if (!archive.has(kEncryption)) return;
  EncryptionReader reader;
  read_xml(archive.read(kEncryption), kEncryption, {.replace_entities = false}, reader);
  std::sort(reader.encrypted.begin(), reader.encrypted.end());
  for (const std::string& id : package.spine) {
    const auto item = package.items.find(id);
    if (item == package.items.end()) continue;
    if (std::binary_search(reader.encrypted.begin(), reader.encrypted.end(), item->second.path))
      throw Error(WEFT_E_UNSUPPORTED,
                  item->second.path +
                      ": encrypted (META-INF/encryption.xml): the book is under digital rights "
                      "management; get a copy without it from whoever published it");
  }
}

}  // namespace weft
