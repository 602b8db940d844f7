// SPDX-License-Identifier: Apache-2.0
/// The rate of gumbo alone over the *.html of a folder: pages per second of CPU, reading left out.
#include <gumbo.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

double cpu_seconds() {
  std::timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || !std::filesystem::is_directory(argv[1])) {
    std::cerr << "usage: bare_gumbo FOLDER   (a folder with *.html)\n";
    return 2;
  }
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1]))
    if (entry.is_regular_file() && entry.path().extension() == ".html")
      paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  double seconds = 0;
  for (const auto& path : paths) {
    const std::string page = read_file(path);
    const double begin = cpu_seconds();
    GumboOutput* tree = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
    seconds += cpu_seconds() - begin;
  }
  if (paths.empty() || seconds <= 0) {
    std::cerr << "bare_gumbo: no *.html in " << argv[1] << '\n';
    return 2;
  }
  std::cout << static_cast<double>(paths.size()) / seconds << " pages/s\n";
  return 0;
}
