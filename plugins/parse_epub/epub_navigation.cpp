// SPDX-License-Identifier: Apache-2.0
/// The table of contents and the landmarks: the navigation document of EPUB 3, the NCX of EPUB 2.
#include <weft/error.hpp>
#include <weft/zip/blocks.hpp>

#include <algorithm>

#include "epub_package.hpp"
#include "html_entities.hpp"

namespace weft {
namespace {

class NavigationReader final : public XmlHandler {
 public:
  NavigationReader(std::string_view path, EpubPackage& out) : path_(path), out_(out) {}

  bool open(const XmlElement& element) override {
    const std::string_view name = element.name();
    const bool ncx_link = name == "content";
    if (name == "nav") {
      nav_ = element.attribute("epub:type");
      depth_ = 0;
    } else if (name == "navMap") {
      nav_ = "toc";
      depth_ = 0;
    } else if (name == "pageList" || name == "navList") {
      return false;
    } else if (name == "ol" || name == "navPoint") {
      ++depth_;
    } else if (name == "a" || name == "navLabel") {
      label_.clear();
      in_label_ = true;
    }
    if (name == "a" || ncx_link) {
      target_.clear();
      append_decoded(target_, element.attribute(ncx_link ? "src" : "href"));
      role_ = element.attribute("epub:type");
    }
    if (ncx_link) take();
    return true;
  }
  void close(std::string_view name) override {
    if (name == "ol" || name == "navPoint") --depth_;
    if (name == "nav" || name == "navMap") nav_.clear();
    if (name == "navLabel") in_label_ = false;
    if (name != "a") return;
    in_label_ = false;
    take();
  }
  void text(std::string_view text) override {
    if (in_label_ && label_.size() < 2000) append_decoded(label_, text.substr(0, 2000));
  }

 private:
  void take() {
    const std::string path = resolve_member(path_, target_);
    if (nav_ == "landmarks") {
      out_.roles.try_emplace(path, role_);
    } else if (nav_ == "toc") {
      std::string label = clean_value(label_);
      if (!label.empty()) out_.labels.insert({path, {std::move(label), std::clamp(depth_, 1, 6)}});
    }
  }

  std::string_view path_;
  EpubPackage& out_;
  std::string nav_;
  std::string target_;
  std::string role_;
  std::string label_;
  bool in_label_ = false;
  int depth_ = 0;
};

}  // namespace

void read_navigation(ZipArchive& archive, EpubPackage& package,
                     std::vector<std::string>& warnings) {
  const auto find = [&](auto is_wanted) {
    const auto found = std::find_if(package.items.begin(), package.items.end(),
                                    [&](const auto& one) { return is_wanted(one.second); });
    return found == package.items.end() ? std::string() : found->second.path;
  };
  const std::string nav = find([](const EpubItem& item) {
    return (" " + item.properties + " ").find(" nav ") != std::string::npos;
  });
  const std::string ncx =
      find([](const EpubItem& item) { return item.media_type == "application/x-dtbncx+xml"; });
  for (const std::string& path : {nav, ncx}) {
    if (path.empty() || !archive.has(path) || (path == ncx && !package.labels.empty())) continue;
    try {
      NavigationReader reader(path, package);
      read_xml(archive.read(path), path,
               {.namespaces = epub_namespaces(), .replace_entities = false}, reader);
    } catch (const Error& error) {
      if (error.status() != WEFT_E_INPUT) throw;
      warnings.push_back(path + " is not used for headings: " + error.what());
    }
  }
  // The navigation document may itself stand in the spine.
  if (!nav.empty()) package.roles.insert_or_assign(nav, "toc");
}

}  // namespace weft
