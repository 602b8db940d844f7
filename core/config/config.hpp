// SPDX-License-Identifier: Apache-2.0
/// What a pipeline file says, after includes, environment and command line: plain data.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/config/place.hpp"

namespace weft {

/// One attribute of a stage that is not `plugin`, `id` or `when`. Nothing is known of its type yet.
struct Option {
  std::string name = {};
  std::string value = {};  ///< UTF-8, ${NAME} already replaced
  Place name_place = {};
  Place value_place = {};               ///< of the value's first character, behind the quote
  std::filesystem::path base_dir = {};  ///< relative inputs count from here; "" working directory
  bool reported = false;  ///< a problem of the value is reported: do not judge it again
};

/// One stage: a parse, transform, align, summarize or export element.
struct StageConfig {
  std::string element = {};  ///< the kind: "parse", "transform", "align", "summarize", "export"
  std::string plugin = {};   ///< as written in the attribute: "html"
  std::string id = {};       ///< as written, or plugin_id()
  std::optional<std::string> when = {};  ///< the condition as written
  std::vector<Option> options = {};      ///< as written, then those of --set
  Place place = {};                      ///< of the element's '<'
  Place id_place = {};                   ///< of the id attribute's value, or of the element
  Place plugin_place = {};               ///< of the plugin attribute's value
  Place when_place = {};                 ///< of the when attribute's value

  /// The plugin's full id: "parse_html".
  [[nodiscard]] std::string plugin_id() const { return element + "_" + plugin; }
};

/// The <corpus> element.
struct CorpusConfig {
  std::string root = ".";                 ///< relative to base_dir
  std::vector<std::string> include = {};  ///< glob patterns; empty: every file
  std::vector<std::string> exclude = {};
  std::filesystem::path base_dir = {};  ///< directory of the file that wrote the element
  Place place = {};                     ///< of the element's '<'
  Place root_place = {};                ///< of the root attribute's value, or of the element
  Place include_place = {};
  Place exclude_place = {};
};

/// A whole pipeline.
struct Config {
  std::string name = {};  ///< the name attribute, or the stem of the file's name
  std::optional<CorpusConfig> corpus = {};
  std::vector<StageConfig> stages = {};  ///< in file order, after overlay
  Place place = {};                      ///< of the <pipeline> element of the file asked for
  bool whole = true;  ///< false: a file of it could not be read, so stages may be missing
};

}  // namespace weft
