// SPDX-License-Identifier: Apache-2.0
/// The parts of a document in their order: text, notes, headers and footers, properties.
#include "read_odt.hpp"

#include <weft/error.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "odt_properties.hpp"
#include "odt_styles.hpp"
#include "odt_text.hpp"
#include "sniff_odt.hpp"

namespace weft {
namespace {

constexpr std::string_view kContent = "content.xml";

class OdtReader {
 public:
  explicit OdtReader(std::vector<std::string>& warnings) : warnings_(warnings) {}

  BlockText read_archive(std::string_view bytes, const ZipLimits& limits) {
    archive_.emplace(bytes, limits);
    refuse_encrypted();
    if (!archive_->has(kContent))
      throw Error(WEFT_E_INPUT,
                  "no content.xml in the archive: no OpenDocument text, or a damaged one; open it "
                  "in an office program and save it again");
    const std::string content = archive_->read(kContent);
    const std::string styles = optional_part("styles.xml");
    const std::string meta = optional_part("meta.xml");
    optional("styles.xml", [&] { read(styles, "styles.xml", styles_); });
    read(content, kContent, styles_);
    return assemble(content, kContent, styles, "styles.xml", meta, "meta.xml");
  }

  BlockText read_flat(const std::string& bytes) {
    read(bytes, "document", styles_);
    return assemble(bytes, {}, bytes, {}, bytes, {});
  }

 private:
  void refuse_encrypted() {
    constexpr std::string_view kManifest = "META-INF/manifest.xml";
    if (!archive_->has(kManifest)) return;
    const std::string manifest = archive_->read(kManifest);
    if (manifest.find("encryption-data") != std::string::npos)
      throw Error(WEFT_E_UNSUPPORTED,
                  "encrypted (META-INF/manifest.xml): save the document without a password");
  }

  /// A member, or nothing where it is absent or damaged: the text can do without it.
  std::string optional_part(std::string_view name) {
    std::string out;
    if (archive_->has(name)) optional(name, [&] { out = archive_->read(name); });
    return out;
  }

  template <class Step>
  void optional(std::string_view part, Step step) {
    try {
      step();
    } catch (const Error& error) {
      if (error.status() != WEFT_E_INPUT) throw;
      warnings_.push_back(std::string(part) + " is left out: " + error.what());
    }
  }

  static void read(const std::string& bytes, std::string_view name, XmlHandler& handler) {
    if (bytes.empty()) return;
    read_xml(bytes, name.empty() ? "document" : name,
             {.namespaces = odt_namespaces(), .keep_space = true}, handler);
  }

  BlockText assemble(const std::string& content, std::string_view content_name,
                     const std::string& styles, std::string_view styles_name,
                     const std::string& meta, std::string_view meta_name) {
    styles_.settle();
    builder_.set_member(content_name);
    OdtText body(styles_, builder_, false);
    read(content, content_name, body);
    builder_.put(body.take_notes());
    builder_.set_member(styles_name);
    optional("styles.xml", [&] { add_pages(styles, styles_name); });
    OdtProperties properties;
    optional("meta.xml", [&] { read(meta, meta_name, properties); });
    BlockText out = builder_.finish();
    properties.add_to(out);
    return out;
  }

  void add_pages(const std::string& styles, std::string_view name) {
    const std::size_t mark = builder_.mark();
    OdtText pages(styles_, builder_, true);
    read(styles, name, pages);
    std::vector<Block> blocks = builder_.take_since(mark);
    std::set<std::string> known;
    blocks.erase(
        std::remove_if(blocks.begin(), blocks.end(),
                       [&](const Block& block) { return !known.insert(block.text).second; }),
        blocks.end());
    builder_.put(std::move(blocks));
  }

  std::vector<std::string>& warnings_;
  std::optional<ZipArchive> archive_;
  OdtStyles styles_;
  BlockBuilder builder_;
};

}  // namespace

BlockText read_odt(std::string_view bytes, const ZipLimits& limits,
                   std::vector<std::string>& warnings) {
  if (!is_flat_odt(bytes)) return OdtReader(warnings).read_archive(bytes, limits);
  if (bytes.size() > limits.total)
    throw Error(WEFT_E_LIMIT, "the document has more than max-size bytes; raise max-size");
  return OdtReader(warnings).read_flat(std::string(bytes));
}

}  // namespace weft
