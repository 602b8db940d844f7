// SPDX-License-Identifier: Apache-2.0
/// Parts, relationships, numbering and properties.
#include "word_package.hpp"

#include <array>

#include "fixed_parts.hpp"
#include "weft/exports/xml_text.hpp"
#include "weft/zip/zip_writer.hpp"

namespace weft {
namespace {

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kRelationships =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n";
constexpr std::string_view kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kWord =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

std::string text(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts)
    out += part;
  return out;
}

std::string content_types() {
  std::string out = text({kXml,
                          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                          "content-types\">\n"
                          "<Default Extension=\"rels\" ContentType=\"application/"
                          "vnd.openxmlformats-package.relationships+xml\"/>\n"
                          "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n"});
  const auto part = [&](std::string_view path, std::string_view type) {
    out += text({"<Override PartName=\"", path, "\" ContentType=\"application/vnd.openxmlformats-",
                 type, "+xml\"/>\n"});
  };
  part("/word/document.xml", "officedocument.wordprocessingml.document.main");
  part("/word/styles.xml", "officedocument.wordprocessingml.styles");
  part("/word/numbering.xml", "officedocument.wordprocessingml.numbering");
  part("/word/settings.xml", "officedocument.wordprocessingml.settings");
  part("/word/fontTable.xml", "officedocument.wordprocessingml.fontTable");
  part("/word/footer1.xml", "officedocument.wordprocessingml.footer");
  part("/docProps/core.xml", "package.core-properties");
  part("/docProps/app.xml", "officedocument.extended-properties");
  return out + "</Types>\n";
}

std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
  return text({"<Relationship Id=\"", id, "\" Type=\"", type, "\" Target=\"", target, "\"/>\n"});
}

std::string package_relationships() {
  return text({kXml, kRelationships,
               relationship("r1", text({kOffice, "officeDocument"}), "word/document.xml"),
               relationship("r2",
                            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                            "core-properties",
                            "docProps/core.xml"),
               relationship("r3", text({kOffice, "extended-properties"}), "docProps/app.xml"),
               "</Relationships>\n"});
}

std::string document_relationships(const std::vector<std::string>& links) {
  std::string out = text({kXml, kRelationships});
  out += relationship("r1", text({kOffice, "styles"}), "styles.xml");
  out += relationship("r2", text({kOffice, "numbering"}), "numbering.xml");
  out += relationship("r3", text({kOffice, "settings"}), "settings.xml");
  out += relationship("r4", text({kOffice, "fontTable"}), "fontTable.xml");
  out += relationship("r5", text({kOffice, "footer"}), "footer1.xml");
  for (std::size_t i = 0; i < links.size(); ++i) {
    out +=
        text({"<Relationship Id=\"l", std::to_string(i + 1), "\" Type=\"", kOffice, "hyperlink\""});
    append_attribute(out, "Target", links[i]);
    out += " TargetMode=\"External\"/>\n";
  }
  return out + "</Relationships>\n";
}

std::string level(int i, std::string_view format, std::string_view shown) {
  const std::string indent = std::to_string(425 * (i + 1));
  return text({"<w:lvl w:ilvl=\"", std::to_string(i), "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"",
               format, "\"/><w:lvlText w:val=\"", shown,
               "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"", indent,
               "\" w:hanging=\"425\"/></w:pPr></w:lvl>"});
}

/// Number 1 is the bullets; each briefing has one more, which counts its summary from 1.
std::string numbering(std::uint32_t briefings) {
  constexpr std::array<std::string_view, 3> kBullets{"•", "–", "▪"};
  std::string out =
      text({kXml, "<w:numbering ", kWord, ">\n<w:abstractNum w:abstractNumId=\"0\">"});
  out += "<w:multiLevelType w:val=\"hybridMultilevel\"/>";
  for (int i = 0; i < 9; ++i)
    out += level(i, "bullet", kBullets[static_cast<std::size_t>(i) % kBullets.size()]);
  out += "</w:abstractNum>\n<w:abstractNum w:abstractNumId=\"1\">";
  out += "<w:multiLevelType w:val=\"singleLevel\"/>" + level(0, "decimal", "%1.");
  out += "</w:abstractNum>\n<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\n";
  for (std::uint32_t i = 1; i <= briefings; ++i)
    out += "<w:num w:numId=\"" + std::to_string(i + 1) +
           "\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
           "w:val=\"1\"/></w:lvlOverride></w:num>\n";
  return out + "</w:numbering>\n";
}

std::string core_properties(const WordFacts& facts) {
  std::string out = text(
      {kXml,
       "<cp:coreProperties "
       "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
       "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
       "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"});
  const auto property = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out += text({"<", name, ">"});
    append_escaped(out, value);
    out += text({"</", name, ">\n"});
  };
  property("dc:title", facts.title);
  property("dc:creator", facts.author);
  property("cp:keywords", facts.keywords);
  property("dc:language", facts.language);
  const std::string date = extended_date(build_seconds());
  for (const std::string_view name : {"dcterms:created", "dcterms:modified"}) {
    if (date.empty()) continue;
    out += text({"<", name, " xsi:type=\"dcterms:W3CDTF\">", date, "</", name, ">\n"});
  }
  return out + "</cp:coreProperties>\n";
}

std::string app_properties() {
  // No AppVersion: it is Word's, XX.YYYY.
  return text({kXml,
               "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
               "extended-properties\"><Application>weft</Application></Properties>\n"});
}

std::string document_xml(const WordBody& body, const WordFacts& facts, const MadeBy& made_by) {
  std::string colophon = "Made by weft " + made_by.version;
  if (!made_by.pipeline.empty()) colophon += ", pipeline " + made_by.pipeline;
  if (!made_by.pipeline_hash.empty()) colophon += " " + made_by.pipeline_hash;
  return text({kXml, "<w:document ", kWord, " xmlns:r=\"", kOffice.substr(0, kOffice.size() - 1),
               "\">\n<w:body>\n", body.xml(facts.title, colophon),
               "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"r5\"/>"
               "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1418\" "
               "w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" "
               "w:gutter=\"0\"/></w:sectPr>\n</w:body>\n</w:document>\n"});
}

}  // namespace

std::string word_package(const WordBody& body, const WordFacts& facts, const MadeBy& made_by) {
  return zip_archive({{"[Content_Types].xml", content_types()},
                      {"_rels/.rels", package_relationships()},
                      {"docProps/core.xml", core_properties(facts)},
                      {"docProps/app.xml", app_properties()},
                      {"word/document.xml", document_xml(body, facts, made_by)},
                      {"word/_rels/document.xml.rels", document_relationships(body.links())},
                      {"word/styles.xml", std::string(kStylesXml)},
                      {"word/numbering.xml", numbering(body.briefings())},
                      {"word/settings.xml", std::string(kSettingsXml)},
                      {"word/fontTable.xml", std::string(kFontsXml)},
                      {"word/footer1.xml", std::string(kFooterXml)}});
}

}  // namespace weft
