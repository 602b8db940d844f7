// SPDX-License-Identifier: Apache-2.0
/// What the host knows of a plugin without loading it: an owning copy of weft_info, and its file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plugin/plugin_path.hpp"

namespace weft {

/// One parameter. `def`, `min` and `max` are text as a user writes it, checked by the scan: they
/// parse, and `def` is in range.
struct ParamInfo {
  std::string name;
  std::uint32_t type = 0;  ///< WEFT_TYPE_...
  std::string doc;
  std::string unit;  ///< empty: none
  std::optional<std::string> def = std::nullopt;
  std::optional<std::string> min = std::nullopt;
  std::optional<std::string> max = std::nullopt;
  std::vector<std::string> choices = {};  ///< of a choice, or of each item of a list
  bool required = false;

  bool operator==(const ParamInfo&) const = default;
};

/// The file a plugin comes from, as it was when it was scanned.
struct PluginFile {
  std::filesystem::path path;  ///< absolute
  PluginPlace place;           ///< the directory it was found in
  std::uint64_t size = 0;      ///< bytes
  std::int64_t modified = 0;   ///< nanoseconds since 1970

  bool operator==(const PluginFile&) const = default;
};

/// One plugin. A library may hold several.
struct PluginInfo {
  std::string id;          ///< "export_tmx"
  std::uint32_t kind = 0;  ///< WEFT_PARSER ... WEFT_EXPORTER
  std::string version = {};
  std::string doc = {};
  std::string license = {};
  std::uint32_t threading = 0;    ///< WEFT_PER_WORKER, WEFT_REENTRANT, WEFT_SERIAL
  std::uint32_t flags = 0;        ///< WEFT_CORPUS_SCOPE ...; bits this host does not know are 0
  std::uint64_t cache_epoch = 0;  ///< see weft_info
  std::vector<ParamInfo> params = {};
  std::vector<std::string> needs = {};
  std::vector<std::string> gives = {};
  std::vector<std::string> media_types = {};
  std::vector<std::string> languages = {};
  PluginFile file = {};
  std::filesystem::path shadowed_by = {};  ///< the library used instead; empty for a usable plugin

  /// "tmx" of "export_tmx": what the attribute `plugin` holds. A view of `id`.
  [[nodiscard]] std::string_view name() const;
  /// The parameter of that name, or nullptr.
  [[nodiscard]] const ParamInfo* param(std::string_view param_name) const;
  /// All parameter names, in the plugin's order.
  [[nodiscard]] std::vector<std::string> param_names() const;

  bool operator==(const PluginInfo&) const = default;
};

/// A library that cannot be used, and why.
struct BrokenLibrary {
  PluginFile file;
  std::string reason;  ///< "crashed while loading (SIGSEGV)"
};

/// Where the words of a kind, a type or a threading are from: one table each, WEFT_... to text.
/// Empty for a number that has no word.
[[nodiscard]] std::string_view kind_word(std::uint32_t kind);            ///< "export"
[[nodiscard]] std::string_view kind_noun(std::uint32_t kind);            ///< "exporter"
[[nodiscard]] std::string_view type_word(std::uint32_t type);            ///< "duration"
[[nodiscard]] std::string_view threading_word(std::uint32_t threading);  ///< "per-worker"
/// "corpus-scope", "network", "nondeterministic", "many", "resumes", in this order.
[[nodiscard]] std::vector<std::string> flag_words(std::uint32_t flags);

/// The way back; 0 or nothing for an unknown word.
[[nodiscard]] std::uint32_t kind_of_word(std::string_view word);
[[nodiscard]] std::uint32_t type_of_word(std::string_view word);
[[nodiscard]] std::optional<std::uint32_t> threading_of_word(std::string_view word);
[[nodiscard]] std::uint32_t flags_of_words(const std::vector<std::string>& words);

/// True when both say the same of themselves, wherever their files are.
[[nodiscard]] bool same_description(PluginInfo a, PluginInfo b);

}  // namespace weft
