// SPDX-License-Identifier: Apache-2.0
/// Reads one chapter: elements of XHTML become blocks.
#pragma once

#include <weft/zip/block_builder.hpp>
#include <weft/zip/xml.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "chapter_roles.hpp"
#include "xhtml_tags.hpp"

namespace weft {

/// How much of a chapter's text leads elsewhere: what a table of contents is told by.
struct LinkShare {
  std::uint64_t bytes = 0;
  std::uint64_t linked = 0;
  std::size_t links = 0;
};

/// The handler for one chapter, from read_xml() or from read_lenient(). Both give the same events
/// for the same well-formed text.
class XhtmlReader final : public XmlHandler {
 public:
  /// `path` is the chapter's member. `reason` makes all of it boilerplate; of static storage.
  /// `title_page`: its classes name title, subtitle, author and date.
  XhtmlReader(std::string_view path, std::string_view reason, bool title_page,
              BlockBuilder& builder);

  bool open(const XmlElement& element) override;
  void close(std::string_view name) override;
  void text(std::string_view text) override;
  /// Closes what is still open.
  void finish();
  [[nodiscard]] const LinkShare& links() const { return links_; }

 private:
  struct Frame {
    XhtmlTag tag = XhtmlTag::kInline;
    BlockKind kind;
    bool in_note = false;
    bool preformatted = false;
    bool title_page = false;
    bool container = false;
  };

  bool open_link(const XmlElement& element);
  void close_link();
  void open_block(XhtmlTag tag, const XmlElement& element);
  [[nodiscard]] BlockKind kind_of(XhtmlTag tag, std::string_view name,
                                  std::string_view classes) const;
  void apply_role(const ElementRole& role);
  void put(std::string_view text);
  void flush_marker();
  void close_frame();

  std::string path_;
  bool title_page_;
  BlockBuilder& builder_;
  std::vector<Frame> frames_;
  BlockKind kind_;  ///< of text that comes now
  bool in_note_ = false;
  bool preformatted_ = false;
  std::size_t raised_ = 0;  ///< <sup> around us
  // The text of a link into a document is held back until it is known to be no mark of a note.
  bool in_marker_ = false;
  bool marker_raised_ = false;
  std::string marker_;
  bool leads_elsewhere_ = false;
  LinkShare links_;
  std::string scratch_;
};

}  // namespace weft
