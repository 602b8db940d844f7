// SPDX-License-Identifier: Apache-2.0
/// Reads one text a line and writes its language a line; with --speed, megabytes a second instead.
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include "weft/text/language.hpp"

int main(int argc, char** argv) {
  const bool speed = argc > 1 && std::string(argv[1]) == "--speed";
  std::vector<std::string> lines;
  for (std::string line; std::getline(std::cin, line);)
    lines.push_back(line);
  if (!speed) {
    for (const std::string& line : lines)
      std::cout << weft::guess_language(line).tag << '\n';
    return 0;
  }
  std::size_t bytes = 0;
  std::size_t known = 0;
  const std::clock_t start = std::clock();
  for (const std::string& line : lines) {
    bytes += line.size();
    known += weft::guess_language(line).tag == "und" ? 0U : 1U;
  }
  const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::cout << static_cast<double>(bytes) / 1e6 / took << " MB/s, " << known << " of "
            << lines.size() << " known\n";
  return 0;
}
