// SPDX-License-Identifier: Apache-2.0
/// Comparing the paths of outputs with each other, with inputs and with the corpus.
#include "core/plan/check_outputs.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "core/plan/output_pattern.hpp"

namespace weft {
namespace {

namespace fs = std::filesystem;

/// One spelling of a path, links followed as far as it exists.
std::string one_spelling(const fs::path& path) {
  std::error_code failed;
  const fs::path whole = fs::absolute(path, failed);
  const fs::path real = fs::weakly_canonical(whole, failed);
  std::string text = failed ? whole.lexically_normal().string() : real.string();
  if (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

bool is_below(const std::string& path, const std::string& folder) {
  const std::string prefix = folder.ends_with('/') ? folder : folder + "/";
  return path.starts_with(prefix);
}

std::string output_of(const NamedFile& file) {
  return "output '" + file.text + "' of " + file.owner;
}

std::set<std::string> files_of(const Config& config) {
  std::set<std::string> names = {config.place.file};
  if (config.corpus) names.insert(config.corpus->place.file);
  for (const StageConfig& stage : config.stages)
    names.insert(stage.place.file);
  names.erase(command_line_place().file);
  names.erase("");
  return names;
}

class OutputCheck {
 public:
  OutputCheck(const Config& config, const Plan& plan, Problems& problems)
      : plan_(plan), problems_(problems) {
    for (const std::string& name : files_of(config))
      kept_.push_back({one_spelling(name), "the pipeline file " + name});
    for (const fs::path& root : plan.corpus_roots)
      roots_.push_back(one_spelling(root));
  }

  void keep(const NamedFile& input) {
    kept_.push_back({one_spelling(input.path),
                     "the file that '" + input.option + "' of " + input.owner + " reads"});
  }

  /// Reports the first fault of each output only: the others mostly follow from it.
  void judge(const NamedFile& output) {
    const std::string path = one_spelling(output.path);
    if (!meets_output(output, path) && !meets_kept(output, path) && !lacks_folder(output))
      meets_corpus(output, path);
    done_.push_back({path, &output});
  }

 private:
  struct Kept {
    std::string path;
    std::string what;
  };
  struct Done {
    std::string path;
    const NamedFile* output;
  };

  bool meets_output(const NamedFile& output, const std::string& path) {
    return std::ranges::any_of(
        done_, [&](const Done& other) { return report_clash(output, path, other); });
  }

  bool report_clash(const NamedFile& output, const std::string& path, const Done& other) {
    const std::string where = " at " + to_string(other.output->place);
    std::string message = output_of(output);
    std::string cure;
    if (path == other.path) {
      message += " is also that of " + other.output->owner + where;
      cure = "give each its own path";
    } else if (is_below(other.path, path)) {
      message += " is a folder of " + output_of(*other.output) + where;
      cure = "choose another name";
    } else if (is_below(path, other.path)) {
      message += " lies in " + output_of(*other.output) + where + ", a file";
      cure = "choose another folder";
    } else {
      return false;
    }
    problems_.add(output.place, std::move(message), std::move(cure));
    return true;
  }

  bool meets_kept(const NamedFile& output, const std::string& path) {
    const auto kept = std::ranges::find(kept_, path, &Kept::path);
    if (kept == kept_.end()) return false;
    problems_.add(output.place, output_of(output) + " would overwrite " + kept->what,
                  "choose another path");
    return true;
  }

  bool lacks_folder(const NamedFile& output) {
    std::error_code failed;
    for (fs::path folder = output.path.parent_path(); folder.has_relative_path();
         folder = folder.parent_path()) {
      const fs::file_status status = fs::status(folder, failed);
      if (!fs::exists(status)) continue;
      if (fs::is_directory(status)) return false;
      problems_.add(output.place,
                    output_of(output) + " cannot be made: '" + folder.string() + "' is a file",
                    "choose another path, or another folder by --out");
      return true;
    }
    return false;
  }

  void meets_corpus(const NamedFile& output, const std::string& path) {
    const auto hit = std::ranges::find_if(
        roots_, [&](const std::string& root) { return path == root || is_document(path, root); });
    if (hit == roots_.end()) return;
    std::error_code failed;
    const bool there = fs::exists(output.path, failed);
    problems_.add(
        output.place,
        output_of(output) +
            (there ? " would overwrite a document of the corpus '"
                   : " would be a document of the corpus '") +
            *hit + "'" + (there ? "" : " in the next run"),
        "choose another folder by --out, or put the path into exclude=\"...\" of <corpus>");
  }

  [[nodiscard]] bool is_document(const std::string& path, const std::string& root) const {
    if (!is_below(path, root)) return false;
    const std::string id = path.substr(root.ends_with('/') ? root.size() : root.size() + 1);
    const std::string sample = sample_path(id);
    const auto excludes = [&](const std::string& glob) { return may_match(glob, sample); };
    if (std::ranges::any_of(plan_.exclude, excludes)) return false;
    // Without patterns every file is one that has no '.' in front.
    if (plan_.include.empty()) return id.front() != '.' && id.find("/.") == std::string::npos;
    return std::ranges::any_of(plan_.include,
                               [&](const std::string& glob) { return may_match(glob, id); });
  }

  const Plan& plan_;
  Problems& problems_;
  std::vector<Kept> kept_;
  std::vector<std::string> roots_;
  std::vector<Done> done_;
};

}  // namespace

void check_outputs(const NamedFiles& files, const Config& config, const Plan& plan,
                   Problems& problems) {
  OutputCheck check(config, plan, problems);
  for (const NamedFile& input : files.inputs)
    check.keep(input);
  for (const NamedFile& output : files.outputs)
    check.judge(output);
}

}  // namespace weft
