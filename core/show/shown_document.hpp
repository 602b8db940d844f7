// SPDX-License-Identifier: Apache-2.0
/// A document as `weft show` tells it: plain rows, made once and written as text or HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/stored_document.hpp"
#include "weft/keep.hpp"

namespace weft {

/// One name and what it says.
struct Fact {
  std::string name;
  std::string value;
};

/// One value of the document's metadata.
struct MetadataRow {
  std::string key;
  std::string value;
  std::string origin;      ///< "json-ld"; empty unknown
  std::string confidence;  ///< "0.95"; empty unknown
  std::string lines;       ///< of the span it was read from; empty when there is none
};

/// One span of a view, with those inside it behind it.
struct Block {
  std::string type;
  Keep keep = Keep::kOther;
  std::size_t depth = 0;  ///< spans around it
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string lang;
  std::string reason;
  std::string lines;                  ///< of the source: "12-14"; empty unknown
  std::string bytes;                  ///< of the source: "310-422"; empty unknown
  std::vector<Fact> attributes = {};  ///< all others: level, score, page ...
};

/// One view and its spans in text order, outer before inner.
struct ShownView {
  std::string name;
  std::string lang;
  std::string parent;  ///< name of the view it was derived from; empty for a base view
  std::string_view text;
  std::vector<Block> blocks;
};

/// A link, written out: "0.93  source: ...  target: ...".
struct ShownLink {
  std::string type;
  std::string score;       ///< empty: none
  std::vector<Fact> ends;  ///< role and text
};

/// Borrows texts from the document it was made of.
struct ShownDocument {
  std::string id;
  std::vector<Fact> facts;  ///< source, encoding, parser, ...
  std::vector<MetadataRow> metadata;
  std::vector<ShownView> views;
  std::vector<ShownLink> links;
};

/// What the host knows beside the document.
struct ShowNotes {
  std::string parser;  ///< id of the stage that read it; empty unknown
  std::string scores;  ///< "parse_html 95, parse_text 40"
};

/// Reads all of a document. Sentences and cues are blocks too; writers choose.
ShownDocument describe_document(const StoredDocument& document, const ShowNotes& notes);

/// Blocks by class, as in "12 body, 3 aux, 4 drop"; only classes that are there.
std::string count_by_keep(const ShownView& view);

/// "paragraph", or "heading 2": the type with its level.
std::string kind_of(const Block& block);

}  // namespace weft
