// SPDX-License-Identifier: Apache-2.0
/// The command line: sub-commands, their options, help and mistakes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace weft {

/// The options of weft show.
struct ShowLine {
  std::string pipeline;  ///< empty: one made of the installed plugins
  std::string html;      ///< write a page there instead of printing
  std::string view;
  std::size_t record = 1;
  bool sentences = false;
  bool links = false;
  bool full = false;
};

/// The options of weft lexicon.
struct LexiconLine {
  std::string out;  ///< the lexicon to write
  std::string languages;
  std::vector<std::string> own;
  bool unihan = false;
};

/// What the user asked for. Every command reads the members that it offers.
struct CommandLine {
  std::string command;                 ///< "run", "validate", "plan" ...; "" = print `answer`
  std::string answer;                  ///< help or version, for standard output
  std::vector<std::string> arguments;  ///< positional ones, the command's own not among them
  std::string pipeline;
  std::string decisions;  ///< of weft review: the file of a review page
  std::vector<std::string> corpus;
  std::vector<std::string> set;
  std::vector<std::string> exports;
  std::string out = ".";
  std::string report;
  std::string plugin_path;
  std::string graph;
  std::string color = "auto";
  std::string log_level = "warning";
  std::string log_format = "text";
  std::string spool_dir;
  ShowLine show;
  LexiconLine lexicon;
  unsigned jobs = 0;
  std::uint64_t memory = 0;     ///< bytes
  std::uint64_t max_input = 0;  ///< bytes
  bool quiet = false;
  bool json = false;
  bool rescan = false;
  bool no_plugin_cache = false;
};

/// Throws Error(WEFT_E_CONFIG) with a message for the user when it does not understand.
CommandLine read_command_line(int argc, const char* const* argv);

}  // namespace weft
