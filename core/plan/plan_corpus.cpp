// SPDX-License-Identifier: Apache-2.0
/// Roots and patterns of the corpus.
#include "core/plan/plan_corpus.hpp"

#include <algorithm>
#include <string_view>
#include <system_error>

#include "core/config/suggest.hpp"

namespace weft {
namespace {

namespace fs = std::filesystem;

/// A name of the same directory like the missing one.
std::string similar_name(const fs::path& missing) {
  constexpr std::size_t kMaxSeen = 1000;
  fs::path clean = missing.lexically_normal();
  if (!clean.has_filename()) clean = clean.parent_path();
  const fs::path folder = clean.has_parent_path() ? clean.parent_path() : fs::path(".");
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end;
       !failed && at != end && names.size() < kMaxSeen; at.increment(failed))
    names.push_back(at->path().filename().string());
  std::ranges::sort(names);
  const auto near = closest(clean.filename().string(), names);
  return near ? "did you mean '" + *near + "'?" : std::string();
}

void check_root(const fs::path& root, const Place& place, Problems& problems) {
  std::error_code failed;
  const fs::file_status status = fs::status(root, failed);
  if (fs::exists(status)) return;
  problems.add(place, "the corpus '" + root.string() + "' does not exist", similar_name(root));
}

/// What is written where a variable is missing; load_config reports it.
bool has_variable(std::string_view text) {
  return text.find("${") != std::string_view::npos;
}

void check_globs(const std::vector<std::string>& globs, const Place& place, Problems& problems) {
  for (const std::string& glob : globs) {
    if (has_variable(glob)) continue;
    const bool dotted = glob.starts_with("./") || glob.starts_with("../") ||
                        glob.find("/./") != std::string::npos ||
                        glob.find("/../") != std::string::npos;
    if (!dotted && !glob.starts_with('/')) continue;
    problems.add(place, "pattern '" + glob + "' of <corpus> can match nothing",
                 "patterns are relative to the root of the corpus, without './' and '../'");
  }
}

}  // namespace

void plan_corpus(const Config& config, const PlanInputs& inputs, Plan& plan, Problems& problems) {
  if (config.corpus) {
    plan.include = config.corpus->include;
    plan.exclude = config.corpus->exclude;
    check_globs(plan.include, config.corpus->include_place, problems);
    check_globs(plan.exclude, config.corpus->exclude_place, problems);
  }
  plan.corpus_roots = inputs.corpus;
  for (const fs::path& root : inputs.corpus)
    check_root(root, command_line_place(), problems);
  if (!inputs.corpus.empty()) return;
  if (!config.corpus) {
    if (!config.whole) return;
    problems.add(
        config.place, "there is no corpus",
        "add <corpus root=\"FOLDER\"/>, or name folders and files behind the pipeline file");
    return;
  }
  const fs::path root = (config.corpus->base_dir / config.corpus->root).lexically_normal();
  plan.corpus_roots = {root};
  const bool reported = config.corpus->root.find_first_not_of(" \t\r\n") == std::string::npos ||
                        has_variable(config.corpus->root);
  if (!reported) check_root(root, config.corpus->root_place, problems);
}

}  // namespace weft
