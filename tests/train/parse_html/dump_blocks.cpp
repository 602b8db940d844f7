// SPDX-License-Identifier: Apache-2.0
/// Writes the blocks of web pages with the features the content model sees, for the trainer to
/// read.
#include <weft/text/decode.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "block_features.hpp"
#include "block_types.hpp"
#include "page_metadata.hpp"
#include "page_profile.hpp"
#include "page_text.hpp"
#include "page_title.hpp"
#include "sniff_html.hpp"
#include "whole_containers.hpp"

namespace {

using namespace weft;
namespace fs = std::filesystem;

constexpr auto kUsage =
    "usage: dump_blocks [--fragment] HTML...\n"
    "\n"
    "The first line names the features. Then for each page a line 'page<TAB>STEM', and for each\n"
    "block a line TYPE<TAB>TEXT<TAB>FEATURES, where TEXT has its line ends and tabs as spaces;\n"
    "then a line whole<TAB>table or list<TAB>FIRST END for blocks that are kept or dropped as "
    "one.\n"
    "--fragment reads only the element around the densest text, as scrapers store it.\n";

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string densest_fragment(std::string_view source) {
  const HtmlTree tree = parse_html_tree(source);
  const PageText page = lay_out_text(tree);
  const HtmlNode& best = tree[PageProfile(tree, page).best_node()];
  return std::string(source.substr(best.begin, best.end - best.begin));
}

std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return line;
}

template <class Values>
void write_numbers(const Values& values, std::ostream& out) {
  for (const float value : values) {
    std::array<char, 32> number{};
    std::snprintf(number.data(), number.size(), "%.6g ", static_cast<double>(value));
    out << number.data();
  }
}

void write_page(std::string_view source, std::ostream& out) {
  const HtmlTree tree = parse_html_tree(source);
  const PageText page = lay_out_text(tree);
  const PageClaims claims = collect_claims(tree);
  const PageProfile profile(tree, page);
  const auto features = describe_blocks(profile, {claims.document_title, claims.structured_text});
  const std::vector<bool> kept(page.blocks.size(), true);
  const auto types = type_blocks({profile, kept, claims.document_title, true});
  for (std::size_t i = 0; i < features.size(); ++i) {
    out << types[i].type << '\t' << on_one_line(page.of(page.blocks[i])) << '\t';
    write_numbers(features[i].values, out);
    out << '\n';
  }
  for (const WholeContainer& whole : find_whole_containers(profile))
    out << "whole\t" << (whole.table ? "table" : "list") << '\t' << whole.first_block << ' '
        << whole.end_block << '\n';
}

int run(std::vector<std::string> arguments) {
  const auto option = std::find(arguments.begin(), arguments.end(), "--fragment");
  const bool fragment = option != arguments.end();
  if (fragment) arguments.erase(option);
  if (arguments.empty()) {
    std::cerr << kUsage;
    return 2;
  }
  for (const std::string_view name : feature_names())
    std::cout << name << ' ';
  std::cout << '\n';
  for (const fs::path path : arguments) {
    const std::string bytes = read_file(path);
    const Decoded decoded = decode(bytes, find_declared_charset(bytes));
    std::cout << "page\t" << path.stem().string() << '\n';
    write_page(fragment ? densest_fragment(decoded.text) : decoded.text, std::cout);
  }
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return run({arguments + 1, arguments + count});
  } catch (const std::exception& error) {
    std::cerr << "dump_blocks: " << error.what() << '\n';
    return 1;
  }
}
