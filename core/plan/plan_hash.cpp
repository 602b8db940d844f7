// SPDX-License-Identifier: Apache-2.0
/// XXH3-128 over a plan in one spelling.
#include "core/plan/plan_hash.hpp"

#include <xxhash.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <new>
#include <string_view>
#include <vector>

#include "weft/abi.h"

namespace weft {
namespace {

namespace fs = std::filesystem;

class Hash {
 public:
  Hash() : state_(XXH3_createState(), &XXH3_freeState) {
    if (!state_ || XXH3_128bits_reset(state_.get()) != XXH_OK) throw std::bad_alloc();
  }

  void add(std::string_view bytes) {
    // Fails for a null pointer only.
    static_cast<void>(XXH3_128bits_update(state_.get(), bytes.data(), bytes.size()));
  }

  [[nodiscard]] std::string hex() const {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state_.get()));
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : canonical.digest) {
      text += kDigits[byte >> 4U];
      text += kDigits[byte & 15U];
    }
    return text;
  }

 private:
  std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state_;
};

/// Empty when the file cannot be read to its end.
std::string hash_of_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<char> block(std::size_t{1} << 20U);
  Hash hash;
  while (file) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    hash.add({block.data(), static_cast<std::size_t>(file.gcount())});
  }
  return file.eof() && !file.bad() ? hash.hex() : std::string();
}

/// Writes a plan so that no two different ones read the same: every field with its length.
class PlanText {
 public:
  PlanText(const Plan& plan, Problems& problems) : plan_(plan), problems_(problems) {
    field("weft plan 1");
    for (const auto* stages : {&plan.parsers, &plan.steps, &plan.exporters}) {
      field(std::to_string(stages->size()));
      for (const PlannedStage& stage : *stages)
        write(stage);
    }
  }

  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  void field(std::string_view value) {
    text_ += std::to_string(value.size());
    text_ += ':';
    text_ += value;
    text_ += '\n';
  }

  void write(const PlannedStage& stage) {
    const PluginInfo& plugin = *stage.plugin;
    field(stage.id);
    field(plugin.id);
    field(plugin.version);
    field(std::to_string(plugin.cache_epoch));
    field(stage.when ? stage.when->text : "");
    field(output(stage.to));
    for (std::size_t i = 0; i < plugin.params.size(); ++i) {
      field(plugin.params[i].name);
      field(std::to_string(stage.values[i].kind()));
      field(value(stage, plugin.params[i], stage.values[i]));
    }
  }

  /// A path without the folder that the user happens to work in.
  [[nodiscard]] std::string output(const std::string& text) const {
    const fs::path path(text);
    if (path.is_relative()) return path.generic_string();
    std::error_code failed;
    const fs::path below =
        path.lexically_relative(fs::absolute(plan_.output_dir, failed).lexically_normal());
    const bool outside = below.empty() || *below.begin() == "..";
    return outside ? path.filename().string() : below.generic_string();
  }

  std::string value(const PlannedStage& stage, const ParamInfo& param, const ParamValue& given) {
    if (!given.has_value()) return {};
    if (param.type == WEFT_TYPE_OUTPUT) return output(given.text());
    if (param.type != WEFT_TYPE_INPUT) return given.text();
    std::string hash = hash_of_file(given.text());
    if (hash.empty())
      problems_.add(stage.place, "file '" + given.text() + "', which '" + param.name + "' of " +
                                     stage.id + " names, cannot be read");
    return hash;
  }

  const Plan& plan_;
  Problems& problems_;
  std::string text_;
};

}  // namespace

std::string plan_hash(const Plan& plan, Problems& problems) {
  Hash hash;
  hash.add(PlanText(plan, problems).text());
  return hash.hex();
}

}  // namespace weft
