// SPDX-License-Identifier: Apache-2.0
/// A pipeline file as elements and attributes with their places: what pugixml reads, checked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/config/place.hpp"
#include "core/config/problems.hpp"
#include "core/config/source_text.hpp"

namespace weft {

/// An attribute with entities resolved.
struct XmlAttribute {
  std::string name;
  std::string value;
  Place name_place;
  Place value_place;      ///< of the first character behind the quote
  bool verbatim = false;  ///< the value is written as it reads: columns can be counted in it
};

/// An element. Its place is that of its '<'.
struct XmlElement {
  std::string name;
  Place place;
  std::vector<XmlAttribute> attributes;  ///< of repeated ones only the first
  std::vector<XmlElement> children;      ///< to the depth that read_xml reads
};

/// Levels of elements that a pipeline file has use for: <pipeline> and its children. Deeper ones
/// are reported and not read.
constexpr int kMaxDepth = 2;

/// Reads a text as XML 1.0 in UTF-8 without document type. Adds what is wrong to `problems`: all
/// faults of tags, but only the first mistake that makes the rest unreadable, and then returns
/// nothing. Comments and processing instructions are skipped; other text is a problem.
[[nodiscard]] std::optional<XmlElement> read_xml(const SourceText& source, Problems& problems);

}  // namespace weft
