// SPDX-License-Identifier: Apache-2.0
/// What a book says of itself: its parts, their order and roles, its metadata.
#pragma once

#include <weft/zip/archive.hpp>
#include <weft/zip/xml.hpp>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// An element of the package's metadata, "dc:creator", with what refines it.
struct EpubStatement {
  std::string name;  ///< "dc:title", "dcterms:modified"
  std::string value;
  std::string id;
  std::string role;        ///< of a creator: "aut", "trl"
  std::string event;       ///< of a date: "publication"
  std::string title_type;  ///< of a title: "main", "subtitle"
};

struct EpubItem {
  std::string path;  ///< member of the archive; resolved
  std::string media_type;
  std::string properties;
  std::string fallback;  ///< id of another item
};

/// A heading that the table of contents gives to a place in the book.
struct EpubLabel {
  std::string text;
  int depth = 1;
};

struct EpubPackage {
  std::string path;
  std::vector<EpubStatement> metadata;
  std::map<std::string, EpubItem, std::less<>> items;         ///< by id
  std::vector<std::string> spine;                             ///< ids in reading order
  std::map<std::string, std::string, std::less<>> roles;      ///< "toc", "cover", by path
  std::multimap<std::string, EpubLabel, std::less<>> labels;  ///< by path
};

/// "dc:title", "epub:type", plain names for OPF, XHTML, NCX and the container.
std::span<const XmlNamespace> epub_namespaces();

/// Finds and reads the package, its guide, and the navigation document or NCX (a damaged one is
/// left out). Throws Error: INPUT when there is no package, UNSUPPORTED when the text is encrypted.
EpubPackage read_package(ZipArchive& archive, std::vector<std::string>& warnings);

/// Throws UNSUPPORTED when META-INF/encryption.xml covers a part of the spine; obfuscated fonts are
/// no obstacle.
void refuse_encrypted(ZipArchive& archive, const EpubPackage& package);

/// Adds roles by landmarks and labels of the book's navigation to `package`.
void read_navigation(ZipArchive& archive, EpubPackage& package, std::vector<std::string>& warnings);

}  // namespace weft
