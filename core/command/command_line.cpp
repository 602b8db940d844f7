// SPDX-License-Identifier: Apache-2.0
/// The command line, by Boost.Program_options: one description a command and groups they share.
#include "core/command/command_line.hpp"

#include <boost/program_options.hpp>
#include <sstream>
#include <utility>

#include "core/config/suggest.hpp"
#include "core/plugin/param_value.hpp"
#include "core/version.hpp"
#include "weft/error.hpp"

namespace weft {
namespace {

namespace po = boost::program_options;

constexpr unsigned kWidth = 90;

/// One sub-command: its words and which groups of options it takes.
struct CommandSpec {
  std::string name;
  std::string usage;
  std::string about;
  bool pipeline = false;  ///< takes PIPELINE [CORPUS...], --set, --export, --out
  bool run = false;
  bool graph = false;
  bool json = false;
  bool show = false;     ///< takes FILE, --set and how to show it
  bool lexicon = false;  ///< takes no plugins
  bool review = false;   ///< takes apply PIPELINE DECISIONS
};

const std::vector<CommandSpec>& commands() {
  static const std::vector<CommandSpec> all{
      {"run", "weft run [options] PIPELINE [CORPUS...]",
       "Runs a pipeline over a corpus. CORPUS (folders and files) replaces the one the pipeline "
       "names.",
       true, true, false, false, false, false},
      {"show", "weft show [options] FILE",
       "Shows what becomes of one document: its blocks with kind, language and source lines, and "
       "why.",
       false, false, false, false, true, false},
      {"validate", "weft validate [options] PIPELINE [CORPUS...]",
       "Checks a pipeline and says everything that is wrong with it. Opens no document.", true,
       false, false, false, false, false},
      {"plan", "weft plan [options] PIPELINE [CORPUS...]",
       "Shows the stages of a pipeline as they would run, with every option's value.", true, false,
       true, false, false, false},
      {"plugins", "weft plugins [options] [list | info ID]",
       "Lists the plugins that were found, shadowed or broken, or tells all about one.", false,
       false, false, true, false, false},
      {"schema", "weft schema [options]",
       "Prints a RELAX NG grammar of pipeline files for the installed plugins, for editors.", false,
       false, false, false, false, false},
      {"lexicon", "weft lexicon [options] build FILE... -o OUT | info FILE [TERM...]",
       "Builds a bilingual lexicon out of dictionaries and term lists, or tells what is in one.",
       false, false, false, false, false, true},
      {"review", "weft review [options] apply PIPELINE DECISIONS [CORPUS...]",
       "Runs a pipeline with the decisions of a review page (JSON lines) applied before its "
       "exports.",
       true, true, false, false, false, false, true},
  };
  return all;
}

struct Texts {  // options whose text is read after parsing
  std::string jobs = "0";
  std::string memory = "256M";
  std::string max_input = "1G";
};

void add_show_options(po::options_description& all, CommandLine& line, Texts& texts) {
  auto add = all.add_options();
  add("pipeline,p", po::value(&line.show.pipeline)->value_name("PIPELINE"),
      "its stages without the exporters (default: all parsers, and what tells languages)");
  add("set", po::value(&line.set)->value_name("ID.OPTION=VALUE"),
      "set one option of a stage (repeatable)");
  add("html", po::value(&line.show.html)->value_name("FILE"),
      "write a page with the kinds painted over the text, instead of printing");
  add("view", po::value(&line.show.view)->value_name("NAME"),
      "show this view (default: the text as it was parsed)");
  add("record", po::value(&line.show.record)->value_name("N"),
      "which document, where the file holds several (default: 1)");
  add("sentences", po::bool_switch(&line.show.sentences), "sentences and subtitle cues too");
  add("links", po::bool_switch(&line.show.links), "every pair and every pick of a summary");
  add("full", po::bool_switch(&line.show.full), "whole texts in the terminal too");
  add("max-input", po::value(&texts.max_input)->value_name("SIZE"),
      "refuse a larger file (default: 1G)");
}

void add_lexicon_options(po::options_description& all, CommandLine& line) {
  auto add = all.add_options();
  add("out,o", po::value(&line.lexicon.out)->value_name("OUT"), "the lexicon to write");
  add("languages", po::value(&line.lexicon.languages)->value_name("FIRST,SECOND"),
      "its languages, as in zh,en (default: those of the first source)");
  add("own", po::value(&line.lexicon.own)->value_name("FILE"),
      "a project's own terms, which weigh more than dictionaries (repeatable)");
  add("unihan", po::bool_switch(&line.lexicon.unihan),
      "also Unicode's definitions and pinyin of characters, from Debian's unicode-data (default: "
      "when no FILE is given)");
  add("quiet,q", po::bool_switch(&line.quiet), "say nothing of what was read");
  add("json", po::bool_switch(&line.json), "print JSON");
}

void add_plugin_options(po::options_description& all, CommandLine& line, bool rescan) {
  auto add = all.add_options();
  add("plugin-path", po::value(&line.plugin_path)->value_name("DIR[:DIR...]"),
      "look for plugins here first (then in WEFT_PLUGIN_PATH, beside weft, in the system)");
  if (rescan) add("rescan", po::bool_switch(&line.rescan), "examine every library again");
  add("no-plugin-cache", po::bool_switch(&line.no_plugin_cache),
      "neither read nor write the scan cache");
}

po::options_description options_of(const CommandSpec& spec, CommandLine& line, Texts& texts) {
  po::options_description all("Options", kWidth);
  auto add = all.add_options();
  if (spec.pipeline) {
    add("set", po::value(&line.set)->value_name("ID.OPTION=VALUE"),
        "set one option of a stage (repeatable)");
    add("export", po::value(&line.exports)->value_name("NAME=PATH"),
        "replace all exports of the pipeline (repeatable)");
    add("out,o", po::value(&line.out)->value_name("DIR"),
        "folder that output paths are relative to (default: the working directory)");
  }
  if (spec.run) {
    add("jobs,j", po::value(&texts.jobs)->value_name("N"), "threads (default: one a processor)");
    add("memory", po::value(&texts.memory)->value_name("SIZE"),
        "sources under way at once, as in 512M or 2G (default: 256M)");
    add("max-input", po::value(&texts.max_input)->value_name("SIZE"),
        "quarantine larger inputs (default: 1G)");
    add("spool-dir", po::value(&line.spool_dir)->value_name("DIR"),
        "where documents wait for corpus-wide stages (default: TMPDIR or /tmp)");
    add("report", po::value(&line.report)->value_name("FILE"), "write the run report as JSON");
    add("quiet,q", po::bool_switch(&line.quiet), "no progress line and no summary");
  }
  if (spec.show) add_show_options(all, line, texts);
  if (spec.graph) {
    add("graph", po::value(&line.graph)->value_name("dot|mermaid"), "print the stages as a graph");
  }
  if (spec.json) add("json", po::bool_switch(&line.json), "print JSON");
  if (spec.lexicon) {
    add_lexicon_options(all, line);
  } else {
    add_plugin_options(all, line, spec.json);
  }
  add("color", po::value(&line.color)->value_name("auto|always|never"),
      "colours in what people read (default: auto; NO_COLOR is honoured)");
  add("log-level", po::value(&line.log_level)->value_name("LEVEL"),
      "debug, info, warning, error or off (default: warning)");
  add("log-format", po::value(&line.log_format)->value_name("text|json"),
      "form of log lines (default: text)");
  add("help,h", "print this help");
  return all;
}

std::string main_help() {
  std::ostringstream out;
  out << "weft " << kVersion
      << ": parses, aligns, summarizes and exports documents through plugins.\n\n"
      << "Usage: weft COMMAND [options] ...\n\nCommands:\n";
  for (const CommandSpec& spec : commands()) {
    out << "  " << spec.name << std::string(10 - spec.name.size(), ' ') << spec.about << "\n";
  }
  out << "\nweft COMMAND --help tells the options of one. weft --version prints the version.\n"
      << "Exit codes: 0 all documents done, 1 some quarantined, 2 usage or configuration, 3 the "
         "run stopped,\n"
      << "130 interrupted.\n";
  return out.str();
}

std::string command_help(const CommandSpec& spec) {
  CommandLine unused;
  Texts texts;
  std::ostringstream out;
  out << "Usage: " << spec.usage << "\n\n"
      << spec.about << "\n\n"
      << options_of(spec, unused, texts);
  return out.str();
}

[[noreturn]] void fail(const std::string& message) {
  throw Error(WEFT_E_CONFIG, message);
}

const CommandSpec& find_command(const std::string& name) {
  std::vector<std::string> names;
  for (const CommandSpec& spec : commands()) {
    if (spec.name == name) return spec;
    names.push_back(spec.name);
  }
  const std::string hint = suggest(name, names);
  fail("unknown command '" + name + "'; " + (hint.empty() ? "see weft --help" : hint));
}

std::uint64_t read_number(ParamInfo param, const std::string& text) {
  const std::string option = param.name;
  const ParamReading reading = parse_param(param, text, {});
  if (!reading.ok())
    fail("--" + option + ": " + reading.error + (reading.hint.empty() ? "" : "; " + reading.hint));
  return static_cast<std::uint64_t>(reading.value.as_abi().as.integer);
}

std::uint64_t read_size(const std::string& option, const std::string& text) {
  ParamInfo param;
  param.name = option;
  param.type = WEFT_TYPE_SIZE;
  param.min = "1";
  return read_number(std::move(param), text);
}

/// More threads than any machine has would only take its memory.
unsigned read_jobs(const std::string& text) {
  ParamInfo param;
  param.name = "jobs";
  param.type = WEFT_TYPE_INTEGER;
  param.min = "0";
  param.max = "1024";
  return static_cast<unsigned>(read_number(std::move(param), text));
}

void check_choice(const std::string& option, const std::string& value,
                  const std::vector<std::string>& choices) {
  if (value.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) return;
  std::string list;
  for (const std::string& choice : choices)
    list += (list.empty() ? "" : ", ") + choice;
  fail("--" + option + ": '" + value + "' is not one of " + list);
}

void parse_options(const CommandSpec& spec, int argc, const char* const* argv, CommandLine& line) {
  Texts texts;
  const po::options_description visible = options_of(spec, line, texts);
  po::options_description all;
  all.add(visible);
  all.add_options()("argument", po::value(&line.arguments));
  po::positional_options_description positional;
  positional.add("argument", -1);
  po::variables_map map;
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::store(po::command_line_parser(argc - 1, argv + 1)
                .options(all)
                .positional(positional)
                .style(style)
                .run(),
            map);
  if (map.count("help") != 0) {
    line.answer = command_help(spec);
    return;
  }
  po::notify(map);
  line.jobs = read_jobs(texts.jobs);
  line.memory = read_size("memory", texts.memory);
  line.max_input = read_size("max-input", texts.max_input);
  check_choice("color", line.color, {"auto", "always", "never"});
  check_choice("graph", line.graph, {"dot", "mermaid"});
  check_choice("log-format", line.log_format, {"text", "json"});
}

void read_review_arguments(CommandLine& line) {
  const std::vector<std::string>& words = line.arguments;
  if (words.size() < 3 || words[0] != "apply")
    fail("weft review takes 'apply PIPELINE DECISIONS [CORPUS...]'; see weft review --help");
  line.pipeline = words[1];
  line.decisions = words[2];
  line.corpus.assign(words.begin() + 3, words.end());
}

std::string explain(const po::error& error, const CommandSpec& spec) {
  std::string message = error.what();
  if (const auto* unknown = dynamic_cast<const po::unknown_option*>(&error)) {
    CommandLine unused;
    Texts texts;
    std::vector<std::string> names;
    const po::options_description known = options_of(spec, unused, texts);
    for (const auto& option : known.options())
      names.push_back("--" + option->long_name());
    const std::string hint = suggest(unknown->get_option_name(), names);
    message = "unknown option '" + unknown->get_option_name() + "' of weft " + spec.name;
    if (!hint.empty()) return message + "; " + hint;
  }
  return message + "; see weft " + spec.name + " --help";
}

/// What stands where a command should.
[[noreturn]] void refuse_option(const std::string& option) {
  const std::string hint = suggest(option, {"--help", "--version"});
  fail("'" + option + "' stands where a command should" +
       (hint.starts_with("did you mean") ? "; " + hint
                                         : "; options come behind it, see weft --help"));
}

}  // namespace

CommandLine read_command_line(int argc, const char* const* argv) {
  CommandLine line;
  const std::string first = argc > 1 ? argv[1] : "";
  if (first.empty()) fail("no command; see weft --help");
  if (first == "--version" || first == "-V") {
    line.answer = std::string("weft ") + kVersion + "\n";
    return line;
  }
  if (first == "--help" || first == "-h" || first == "help") {
    line.answer = first == "help" && argc > 2 ? command_help(find_command(argv[2])) : main_help();
    return line;
  }
  if (first.starts_with('-')) refuse_option(first);
  const CommandSpec& spec = find_command(first);
  try {
    parse_options(spec, argc, argv, line);
  } catch (const po::error& error) {
    fail(explain(error, spec));
  }
  if (!line.answer.empty()) return line;
  line.command = spec.name;
  if (spec.review) {
    read_review_arguments(line);
  } else if (spec.pipeline) {
    if (line.arguments.empty())
      fail("weft " + spec.name + " needs a pipeline file; see weft " + spec.name + " --help");
    line.pipeline = line.arguments.front();
    line.corpus.assign(line.arguments.begin() + 1, line.arguments.end());
  } else if (spec.name == "schema" && !line.arguments.empty()) {
    fail("weft schema takes no argument such as '" + line.arguments.front() +
         "'; it tells of all plugins");
  }
  return line;
}

}  // namespace weft
