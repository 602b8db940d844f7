// SPDX-License-Identifier: Apache-2.0
/// weft show: all steps on one file, and the document told instead of exported.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>

#include "core/command/commands.hpp"
#include "core/command/pipeline_command.hpp"
#include "core/command/terminal.hpp"
#include "core/config/load_config.hpp"
#include "core/report/log.hpp"
#include "core/run/output_file.hpp"
#include "core/run/run_plan.hpp"
#include "core/run/work.hpp"
#include "core/show/default_pipeline.hpp"
#include "core/show/show_html.hpp"
#include "core/show/show_text.hpp"
#include "weft/error.hpp"

namespace weft {
namespace {

/// The pipeline named by the user without its exporters, or one made of what is installed.
Config config_for(const CommandLine& line, const Registry& registry, Problems& problems) {
  Config config;
  if (line.show.pipeline.empty()) {
    std::vector<std::string> wanted{WEFT_KEY_LANG};
    if (line.show.sentences) wanted.emplace_back(WEFT_SPAN_SENTENCE);
    config = default_pipeline(registry, wanted);
  } else {
    config = load_config(line.show.pipeline, problems);
    std::erase_if(config.stages,
                  [](const StageConfig& stage) { return stage.element == "export"; });
  }
  return config;
}

/// The document asked for, as it was when all stages were through with it.
struct Watched {
  std::size_t wanted = 1;  ///< which, from 1
  std::size_t seen = 0;
  std::atomic<bool> found{false};
  std::string text;
  std::string html;
  std::string failure;  ///< why there is no document
};

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 100;
}

void check_view(const ShownDocument& shown, const std::string& name) {
  if (name.empty()) return;
  std::string names;
  for (const ShownView& view : shown.views) {
    if (view.name == name) return;
    names += (names.empty() ? "" : ", ") + view.name;
  }
  throw Error(WEFT_E_CONFIG, "--view: the document has no view '" + name + "'; it has " + names);
}

void watch(const CommandLine& line, const Plan& plan, const Work& work, Watched& watched) {
  if (watched.found || ++watched.seen != watched.wanted) return;
  watched.found = true;
  if (work.stopped || work.document == nullptr) {
    const Outcome& outcome = work.last_event().outcome;
    watched.failure = work.id + ": " + outcome.message;
    return;
  }
  ShowNotes notes;
  if (work.parser < plan.parsers.size()) notes.parser = plan.parsers[work.parser].id;
  notes.scores = work.scores;
  const ShownDocument shown = describe_document(*work.document, notes);
  check_view(shown, line.show.view);
  if (!line.show.html.empty()) {
    watched.html = show_html(shown, line.show.view);
    return;
  }
  ShowTextOptions options;
  options.color = use_color(line.color, stdout);
  options.width = is_terminal(stdout) && !line.show.full ? terminal_width() : 0;
  options.view = line.show.view;
  options.sentences = line.show.sentences;
  options.links = line.show.links;
  watched.text = show_text(shown, options);
}

int finish(const CommandLine& line, const Report& report, const Watched& watched) {
  if (!watched.failure.empty()) {
    std::fprintf(stderr, "weft: %s\n", watched.failure.c_str());
    return 1;
  }
  if (!watched.found && !report.stopped.empty()) throw Error(WEFT_E_INTERNAL, report.stopped);
  if (!watched.found) {
    throw Error(WEFT_E_CONFIG, "--record " + std::to_string(watched.wanted) + ": " +
                                   line.arguments.front() + " holds " +
                                   std::to_string(watched.seen) + " documents");
  }
  if (line.show.html.empty()) {
    print(watched.text);
    return 0;
  }
  OutputFile file(line.show.html);
  file.append(watched.html);
  file.commit();
  return 0;
}

}  // namespace

int show_command(const CommandLine& line) {
  if (line.arguments.size() != 1)
    throw Error(WEFT_E_CONFIG, "weft show takes one file; see weft show --help");
  const std::filesystem::path file = line.arguments.front();
  std::error_code unknown;
  if (!std::filesystem::exists(file, unknown) && !unknown)
    throw Error(WEFT_E_CONFIG, file.string() + ": no such file; weft show takes one document");
  if (std::filesystem::is_directory(file, unknown))
    throw Error(WEFT_E_CONFIG, file.string() + " is a folder; weft show takes one file");
  CommandLine one = line;
  one.corpus = {file.string()};
  const CheckedPlan checked = plan_for(one, [&](const Registry& registry, Problems& problems) {
    return config_for(line, registry, problems);
  });
  Watched watched;
  watched.wanted = line.show.record;
  RunOptions options;
  options.jobs = 1;
  options.memory = line.memory;
  options.max_input = line.max_input;
  options.interrupted = &watched.found;  // what stands behind the wanted document is not read
  options.on_document = [&](const Work& work) { watch(line, checked.plan, work, watched); };
  return finish(line, run_plan(checked.plan, options), watched);
}

}  // namespace weft
