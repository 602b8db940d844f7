// SPDX-License-Identifier: Apache-2.0
/// A whole document as one line of JSON.
#include <initializer_list>

#include "json_parts.hpp"
#include "write_json.hpp"

namespace weft {
namespace {

class DocumentWriter {
 public:
  DocumentWriter(const Document& document, const ExportNames& names)
      : document_(document), names_(names), index_(document, names) {}

  Json write() {
    Json out;
    out["schema"] = "weft-document/1";
    out["id"] = std::string(document_.id());
    out["sources"] = sources();
    out["metadata"] = metadata();
    out["languages"] = languages();
    out["views"] = views();
    out["blocks"] = blocks();
    out["sentences"] = sentences();
    out["links"] = links();
    out["summaries"] = summaries();
    if (!index_.others().empty()) out["spans"] = others();
    return out;
  }

 private:
  Json sources() const {
    Json out = Json::array();
    for (std::size_t i = 0; i < document_.source_count(); ++i) {
      const weft_source& source = document_.source(i);
      Json one;
      one["uri"] = to_string(source.uri);
      one["media_type"] = text_or_null(to_view(source.media_type));
      one["encoding"] = text_or_null(to_view(source.encoding));
      one["hash"] = text_or_null(to_view(source.hash));
      one["bytes"] = source.bytes.data == nullptr ? Json(nullptr) : Json(source.bytes.size);
      add_attributes(one, WEFT_ON_SOURCE, source.id, {});
      out.push_back(std::move(one));
    }
    return out;
  }

  /// By key in the order of first appearance; each value with what is known of where it was found.
  Json metadata() const {
    Json out = Json::object();
    for (const weft_attr* attribute : index_.attributes(WEFT_ON_DOCUMENT, 0)) {
      Json one;
      one["value"] = to_json(attribute->value);
      one["origin"] = text_or_null(name_of(attribute->origin));
      one["confidence"] = number(attribute->confidence);
      const weft_span* evidence = document_.find_span(attribute->evidence);
      one["at"] = evidence == nullptr ? Json(nullptr) : at(document_, *evidence);
      out[std::string(name_of(attribute->key))].push_back(std::move(one));
    }
    return out;
  }

  /// Languages of body blocks, in the order of first appearance.
  Json languages() const {
    Json out = Json::array();
    for (const weft_span& block : index_.blocks()) {
      if (names_.keep(block.type) != Keep::kBody) continue;
      Json lang = text_or_null(index_.language(block));
      if (lang.is_null() || lang == "und" || lang == "mul") continue;
      if (std::find(out.begin(), out.end(), lang) == out.end()) out.push_back(std::move(lang));
    }
    return out;
  }

  Json views() const {
    Json out = Json::array();
    for (std::size_t i = 0; i < document_.view_count(); ++i) {
      const weft_view& view = document_.view(i);
      Json one;
      one["name"] = to_string(view.name);
      one["lang"] = text_or_null(to_view(view.lang));
      one["parent"] =
          view.parent == 0 ? Json(nullptr) : Json(to_string(document_.view(view.parent - 1).name));
      one["source"] = view.source == 0 ? Json(nullptr) : Json(view.source - 1);
      one["leaf"] = document_.is_leaf(view.id);
      out.push_back(std::move(one));
    }
    return out;
  }

  Json blocks() const {
    Json out = Json::array();
    for (const weft_span& block : index_.blocks()) {
      const Keep keep = names_.keep(block.type);
      Json one;
      one["kind"] = std::string(name_of(block.type));
      one["keep"] = std::string(keep_name(keep));
      one["lang"] = text_or_null(index_.language(block));
      one["view"] = view_name(block);
      put(one, "level", WEFT_ON_SPAN, block.id, names_.level);
      put(one, "reason", WEFT_ON_SPAN, block.id, names_.reason);
      const std::size_t parent = index_.block(block.parent);
      if (parent != DocumentIndex::kNone) one["parent"] = parent;
      add_attributes(one, WEFT_ON_SPAN, block.id, {names_.lang, names_.level, names_.reason});
      one["at"] = at(document_, block);
      if (keep != Keep::kContainer) one["text"] = std::string(document_.text(block));
      out.push_back(std::move(one));
    }
    return out;
  }

  Json sentences() const {
    Json out = Json::array();
    for (const weft_span& sentence : index_.sentences()) {
      Json one;
      const std::size_t block = index_.block(sentence.parent);
      one["block"] = block == DocumentIndex::kNone ? Json(nullptr) : Json(block);
      one["lang"] = text_or_null(index_.language(sentence));
      one["view"] = view_name(sentence);
      add_attributes(one, WEFT_ON_SPAN, sentence.id, {names_.lang, names_.score});
      one["at"] = at(document_, sentence);
      one["text"] = std::string(document_.text(sentence));
      out.push_back(std::move(one));
    }
    return out;
  }

  /// Every link but summaries: a list of positions for each role, in one list of the document.
  Json links() const {
    Json out = Json::array();
    for (const weft_link& link : document_.links()) {
      if (link.type == names_.summary) continue;
      Json one;
      one["type"] = std::string(name_of(link.type));
      one["score"] = number(link.score);
      put(one, "method", WEFT_ON_LINK, link.id, names_.method);
      add_attributes(one, WEFT_ON_LINK, link.id, {names_.method});
      const Positions positions = positions_of(link);
      one["of"] = positions.list;
      Json ends = Json::object();
      if (link.type == names_.bead) ends = {{"source", Json::array()}, {"target", Json::array()}};
      for (const weft_end& end : document_.ends(link)) {
        const std::size_t place = (index_.*positions.find)(end.span);
        if (place != DocumentIndex::kNone) ends[std::string(name_of(end.role))].push_back(place);
      }
      one["ends"] = std::move(ends);
      out.push_back(std::move(one));
    }
    return out;
  }
  /// A list of the export, and how to find a span's place in it.
  struct Positions {
    const char* list;
    std::size_t (DocumentIndex::*find)(weft_id) const;
  };
  /// Blocks where one end is a block, other spans where one is such a span and none a sentence.
  Positions positions_of(const weft_link& link) const {
    bool sentence = false;
    bool other = false;
    for (const weft_end& end : document_.ends(link)) {
      if (index_.block(end.span) != DocumentIndex::kNone) return {"blocks", &DocumentIndex::block};
      sentence = sentence || index_.sentence(end.span) != DocumentIndex::kNone;
      other = other || index_.other(end.span) != DocumentIndex::kNone;
    }
    if (other && !sentence) return {"spans", &DocumentIndex::other};
    return {"sentences", &DocumentIndex::sentence};
  }

  Json summaries() const {
    Json out = Json::array();
    for (const weft_link& link : document_.links()) {
      if (link.type != names_.summary) continue;
      Json one;
      one["method"] = nullptr;
      one["lang"] = nullptr;
      put(one, "method", WEFT_ON_LINK, link.id, names_.method);
      put(one, "lang", WEFT_ON_LINK, link.id, names_.lang);
      add_attributes(one, WEFT_ON_LINK, link.id, {names_.method, names_.lang});
      one["picks"] = Json::array();
      for (const weft_end& end : document_.ends(link)) {
        const std::size_t place = index_.sentence(end.span);
        if (place != DocumentIndex::kNone) one["picks"].push_back(pick(place));
      }
      out.push_back(std::move(one));
    }
    return out;
  }
  Json pick(std::size_t place) const {
    const weft_span& sentence = index_.sentences()[place];
    Json out;
    out["sentence"] = place;
    out["score"] = nullptr;
    put(out, "score", WEFT_ON_SPAN, sentence.id, names_.score);
    out["at"] = at(document_, sentence);
    out["text"] = std::string(document_.text(sentence));
    return out;
  }

  Json others() const {
    Json out = Json::array();
    for (const weft_span& span : index_.others()) {
      Json one;
      one["type"] = std::string(name_of(span.type));
      one["view"] = view_name(span);
      add_attributes(one, WEFT_ON_SPAN, span.id, {});
      one["at"] = at(document_, span);
      one["text"] = std::string(document_.text(span));
      out.push_back(std::move(one));
    }
    return out;
  }

  std::string view_name(const weft_span& span) const {
    return to_string(document_.view(span.view - 1).name);
  }
  void put(Json& out, const char* key, std::uint32_t kind, weft_id owner, weft_id attribute) const {
    const weft_attr* found = index_.find(kind, owner, attribute);
    if (found != nullptr) out[key] = to_json(found->value);
  }
  /// Attributes that have no member of their own, each with all its values.
  void add_attributes(Json& out, std::uint32_t kind, weft_id owner,
                      std::initializer_list<weft_id> known) const {
    for (const weft_attr* attribute : index_.attributes(kind, owner)) {
      if (std::find(known.begin(), known.end(), attribute->key) != known.end()) continue;
      out["attributes"][std::string(name_of(attribute->key))].push_back(to_json(attribute->value));
    }
  }

  const Document& document_;
  const ExportNames& names_;
  DocumentIndex index_;
};

}  // namespace

std::string document_line(const Document& document, const ExportNames& names) {
  return line_of(DocumentWriter(document, names).write());
}

}  // namespace weft
