// SPDX-License-Identifier: Apache-2.0
/// The prefixes in force while a tree is walked, and the names they give.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "weft/zip/xml.hpp"

namespace weft {

/// Bindings of prefixes that matter: to a known namespace under another prefix than its own, or one
/// that hides such a binding. Files that use the usual prefixes have none of them.
class NamespaceScope {
 public:
  explicit NamespaceScope(std::span<const XmlNamespace> known) : known_(known) {}

  /// `attribute` is "xmlns" or begins with "xmlns:".
  void declare(std::size_t depth, std::string_view attribute, std::string_view uri) {
    const std::string_view prefix = attribute.size() > 6 ? attribute.substr(6) : std::string_view();
    const XmlNamespace* found = nullptr;
    for (const XmlNamespace& space : known_) {
      if (space.uri == uri) found = &space;
    }
    const bool plain = found == nullptr || found->prefix == prefix;
    // More bindings than any writer makes would make every look-up slow.
    if ((plain && bindings_.empty()) || bindings_.size() >= 64) return;
    bindings_.push_back(
        {depth, std::string(prefix), plain ? std::string_view() : found->prefix, plain});
  }
  void leave(std::size_t depth) {
    while (!bindings_.empty() && bindings_.back().depth >= depth)
      bindings_.pop_back();
  }

  /// The canonical name of `raw`; `scratch` holds it where it differs. Attributes without a prefix
  /// have no namespace.
  std::string_view canonical(std::string_view raw, bool is_element, std::string& scratch) const {
    if (bindings_.empty()) return raw;
    const std::size_t colon = raw.find(':');
    const std::string_view prefix =
        colon == std::string_view::npos ? std::string_view() : raw.substr(0, colon);
    if (prefix.empty() && !is_element) return raw;
    for (std::size_t i = bindings_.size(); i-- > 0;) {
      const Binding& binding = bindings_[i];
      if (binding.prefix != prefix) continue;
      if (binding.same) return raw;
      scratch.assign(binding.canonical);
      if (!scratch.empty()) scratch.push_back(':');
      scratch.append(colon == std::string_view::npos ? raw : raw.substr(colon + 1));
      return scratch;
    }
    return raw;
  }

 private:
  struct Binding {
    std::size_t depth;
    std::string prefix;
    std::string_view canonical;
    bool same;  ///< names stay as they are written
  };
  std::span<const XmlNamespace> known_;
  std::vector<Binding> bindings_;
};

}  // namespace weft
