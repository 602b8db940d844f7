// SPDX-License-Identifier: Apache-2.0
/// The program: load_config -> scan_plugins -> make_plan -> run_plan -> write_report.
///
/// run_command (core/command/run_command.cpp) is those five steps in order; validate and plan stop
/// after the third, plugins and schema need only the second; show ends with a document instead of a
/// report; lexicon has nothing to do with plugins; review is run with one stage more.
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <map>
#include <string>

#include "core/command/command_line.hpp"
#include "core/command/commands.hpp"
#include "core/command/terminal.hpp"
#include "core/config/problems.hpp"
#include "core/plugin/scan_library.hpp"
#include "core/report/log.hpp"
#include "weft/error.hpp"

namespace {

constexpr int kUsage = 2;
constexpr int kStopped = 3;

int dispatch(const weft::CommandLine& line) {
  static const std::map<std::string, int (*)(const weft::CommandLine&)> commands{
      {"run", weft::run_command},         {"validate", weft::validate_command},
      {"plan", weft::plan_command},       {"plugins", weft::plugins_command},
      {"show", weft::show_command},       {"schema", weft::schema_command},
      {"lexicon", weft::lexicon_command}, {"review", weft::review_command},
  };
  return commands.at(line.command)(line);
}

int run(int argc, char** argv) {
  const weft::CommandLine line = weft::read_command_line(argc, argv);
  if (line.command.empty()) {
    weft::print(line.answer);
    return 0;
  }
  weft::start_log(line.log_level,
                  line.log_format == "json" ? weft::LogFormat::json : weft::LogFormat::text,
                  weft::use_color(line.color, stderr));
  return dispatch(line);
}

}  // namespace

int main(int argc, char** argv) {
  // The child's side of a plugin scan; not for people, and not to be slowed down by anything else.
  if (argc == 3 && std::strcmp(argv[1], "--scan-library") == 0)
    return weft::scan_library_child(argv[2]);
  // A limit on the size of files is then an error of writing with a message, and no sudden end.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return run(argc, argv);
  } catch (const weft::ConfigError& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return kUsage;
  } catch (const weft::Error& error) {
    std::fprintf(stderr, "weft: %s\n", error.what());
    return error.status() == WEFT_E_CONFIG ? kUsage : kStopped;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "weft: %s\n", error.what());
    return kStopped;
  }
}
