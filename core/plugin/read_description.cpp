// SPDX-License-Identifier: Apache-2.0
/// Copies weft_info out of a library, trusting no pointer further than it must.
#include "core/plugin/read_description.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <set>

#include "core/plugin/load_words.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kMaxText = 4096;
constexpr std::size_t kMaxItems = 1024;

// What ABI 1.0 had: later minor versions add members behind these.
constexpr std::size_t kPluginSize = offsetof(weft_plugin, create) + sizeof(void*);
constexpr std::size_t kInfoSize = offsetof(weft_info, languages) + sizeof(void*);
constexpr std::size_t kParamSize = offsetof(weft_param, choices) + sizeof(void*);
constexpr std::uint32_t kKnownFlags =
    WEFT_CORPUS_SCOPE | WEFT_USES_NETWORK | WEFT_NONDETERMINISTIC | WEFT_MANY | WEFT_RESUMES;

using Faults = std::vector<std::string>;

/// Reads the members of one plugin's description, noting what cannot be read.
class Reader {
 public:
  explicit Reader(Faults& faults) : faults_(faults) {}

  PluginInfo info(const weft_info& raw) {
    PluginInfo info;
    whose_ = "a plugin";
    info.id = text(raw.id, "id");
    if (!info.id.empty()) whose_ = info.id;
    if (raw.size < kInfoSize) {
      fault("weft_info.size is " + std::to_string(raw.size) + ", less than " +
            std::to_string(kInfoSize));
      return info;
    }
    info.kind = raw.kind;
    info.version = text(raw.version, "version");
    info.doc = text(raw.doc, "doc");
    info.license = text(raw.license, "license");
    info.threading = raw.threading;
    info.flags = raw.flags & kKnownFlags;
    info.cache_epoch = raw.cache_epoch;
    params(raw.params, info.params);
    info.needs = texts(raw.needs, "needs");
    info.gives = texts(raw.gives, "gives");
    info.media_types = texts(raw.media_types, "media_types");
    info.languages = texts(raw.languages, "languages");
    return info;
  }

 private:
  void fault(const std::string& words) { faults_.push_back(whose_ + ": " + words); }

  /// A string that must be there.
  std::string text(const char* raw, const std::string& what) {
    if (raw == nullptr) {
      fault(what + " is missing");
      return {};
    }
    const std::size_t size = ::strnlen(raw, kMaxText + 1);
    std::string copy(raw, size);
    const auto control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
    if (size > kMaxText) {
      fault(what + " is longer than " + std::to_string(kMaxText) + " bytes");
      return {};
    }
    if (find_invalid_utf8(copy) != std::string_view::npos) {
      fault(what + " is not valid UTF-8");
      return {};
    }
    // They would end up on a terminal.
    if (std::ranges::any_of(copy, control)) {
      fault(what + " has a line break or another control character");
      return {};
    }
    return copy;
  }

  std::optional<std::string> text_if_any(const char* raw, const std::string& what) {
    return raw == nullptr ? std::nullopt : std::optional(text(raw, what));
  }

  template <class Item, class Take>
  void items(const Item* const* raw, const std::string& what, Take&& take) {
    if (raw == nullptr) return;
    for (std::size_t i = 0; raw[i] != nullptr; ++i) {
      if (i == kMaxItems) {
        fault(what + " has more than " + std::to_string(kMaxItems) +
              " items; does the list end with NULL?");
        return;
      }
      take(*raw[i]);
    }
  }

  std::vector<std::string> texts(const char* const* raw, const std::string& what) {
    std::vector<std::string> copies;
    items(raw, what, [&](const char& first) { copies.push_back(text(&first, what)); });
    return copies;
  }

  void params(const weft_param* const* raw, std::vector<ParamInfo>& copies) {
    items(raw, "params", [&](const weft_param& param) {
      if (param.size < kParamSize) {
        fault("weft_param.size is " + std::to_string(param.size) + ", less than " +
              std::to_string(kParamSize));
        return;
      }
      const std::string name = text(param.name, "the name of a parameter");
      const std::string which = "parameter '" + name + "': ";
      copies.push_back({.name = name,
                        .type = param.type,
                        .doc = text(param.doc, which + "doc"),
                        .unit = text_if_any(param.unit, which + "unit").value_or(""),
                        .def = text_if_any(param.def, which + "default"),
                        .min = text_if_any(param.min, which + "min"),
                        .max = text_if_any(param.max, which + "max"),
                        .choices = texts(param.choices, which + "choices"),
                        .required = (param.flags & WEFT_REQUIRED) != 0});
    });
  }

  Faults& faults_;
  std::string whose_;
};

[[noreturn]] void refuse(const Faults& faults) {
  constexpr std::size_t kShown = 5;
  std::string words = "bad description: ";
  for (std::size_t i = 0; i < std::min(kShown, faults.size()); ++i)
    words += (i == 0 ? "" : "; ") + faults[i];
  if (faults.size() > kShown)
    words += "; and " + std::to_string(faults.size() - kShown) + " more faults";
  throw ScanError(words, Blame::kFile);
}

void check_frame(const weft_plugin* plugin) {
  if (plugin == nullptr) throw ScanError(WEFT_ENTRY_SYMBOL " returned nothing", Blame::kFile);
  // Before anything else: another major may have another layout behind these two members.
  if (plugin->abi_major != WEFT_ABI_MAJOR) {
    throw ScanError("built for ABI " + std::to_string(plugin->abi_major) + ", this host speaks " +
                        std::to_string(WEFT_ABI_MAJOR),
                    Blame::kFile);
  }
  Faults faults;
  if (plugin->size < kPluginSize) {
    refuse({"weft_plugin.size is " + std::to_string(plugin->size) + ", less than " +
            std::to_string(kPluginSize)});
  }
  if (plugin->n_infos == 0 || plugin->infos == nullptr) faults.emplace_back("it holds no plugin");
  if (plugin->n_infos > kMaxItems)
    faults.push_back("n_infos is " + std::to_string(plugin->n_infos));
  if (plugin->create == nullptr) faults.emplace_back("create is missing");
  if (!faults.empty()) refuse(faults);
}

}  // namespace

std::vector<PluginInfo> read_description(const weft_plugin* plugin) {
  check_frame(plugin);
  Faults faults;
  std::vector<PluginInfo> infos;
  std::set<std::string> ids;
  for (std::uint32_t i = 0; i < plugin->n_infos; ++i) {
    if (plugin->infos[i] == nullptr) {
      faults.push_back("infos[" + std::to_string(i) + "] is missing");
      continue;
    }
    const std::size_t before = faults.size();
    infos.push_back(Reader(faults).info(*plugin->infos[i]));
    // What could not be read would be found wrong a second time.
    if (faults.size() == before) check_description(infos.back(), faults);
    if (!ids.insert(infos.back().id).second)
      faults.push_back("the library holds '" + infos.back().id + "' twice");
  }
  if (!faults.empty()) refuse(faults);
  return infos;
}

}  // namespace weft
