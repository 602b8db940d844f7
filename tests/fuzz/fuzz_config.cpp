// SPDX-License-Identifier: Apache-2.0
/// Feeds load_config_text, includes and the command line with arbitrary bytes; nothing may crash,
/// and every place must lie in its file.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/config/load_config.hpp"
#include "core/config/override_config.hpp"

namespace {

/// The input is several texts with U+001E between: file 0, what it may include as "1", "2" ..., and
/// the last one also as the argument of --set and --export. No seed can say more with less.
std::vector<std::string> split(std::string_view bytes) {
  std::vector<std::string> parts;
  for (std::size_t end = 0; end != std::string_view::npos && parts.size() < 8;) {
    end = bytes.find('\x1E');
    parts.emplace_back(bytes.substr(0, end));
    if (end != std::string_view::npos) bytes.remove_prefix(end + 1);
  }
  return parts;
}

weft::ConfigInputs inputs_of(const std::vector<std::string>& parts) {
  const auto read_file = [&parts](const std::filesystem::path& path) {
    const std::string name = path.string();
    const bool digit = name.size() == 1 && name[0] >= '0' && name[0] <= '9';
    const auto index = static_cast<std::size_t>(digit ? name[0] - '0' : 9);
    if (index < parts.size()) return weft::FileText{parts[index], {}, {}};
    return weft::FileText{{}, "it does not exist", {}};
  };
  const auto environment = [&parts](const std::string& name) {
    return name == "A" ? std::optional<std::string>(parts.back()) : std::nullopt;
  };
  return {read_file, environment};
}

void check(const weft::Problem& problem, const std::vector<std::string>& parts) {
  const std::string& file = problem.place.file;
  if (file == "command line" || problem.place.line == 0) return;
  const std::string& text = parts.at(static_cast<std::size_t>(file.at(0) - '0'));
  const auto breaks = std::ranges::count_if(text, [](char c) { return c == '\n' || c == '\r'; });
  const bool fits = problem.place.line <= static_cast<std::size_t>(breaks) + 1 &&
                    problem.place.column >= 1 && problem.place.column <= text.size() + 1;
  if (!fits || problem.message.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const std::vector<std::string> parts = split(bytes);
  weft::Problems problems;
  weft::Config config = weft::load_config_text(parts.front(), "0", problems, inputs_of(parts));
  weft::apply_export(config, parts.back(), problems);
  weft::apply_set(config, parts.back(), problems);
  for (const weft::Problem& problem : problems.sorted())
    check(problem, parts);
  return 0;
}
