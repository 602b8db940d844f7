// SPDX-License-Identifier: Apache-2.0
/// Reads sets; scores as Vecalign's and Bertalign's scorers do.
#include "alignment_set.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace weft::train {
namespace {

std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

std::vector<std::uint32_t> numbers_of(std::string_view text) {
  std::vector<std::uint32_t> out;
  bool inside = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inside) out.push_back(0);
    if (digit) out.back() = out.back() * 10 + static_cast<std::uint32_t>(c - '0');
    inside = digit;
  }
  return out;
}

std::vector<std::string> verses_of(const std::filesystem::path& path) {
  const std::string text = slurp(path);
  std::vector<std::string> out;
  for (const std::string_view line : lines_of(text))
    out.emplace_back(line);
  return out;
}

/// The one verse that the sentences are of; "?" for several, empty for no sentences.
std::string verse_of(const std::vector<std::uint32_t>& sentences,
                     const std::vector<std::string>& verses) {
  std::string out;
  for (const std::uint32_t i : sentences) {
    if (!out.empty() && verses[i] != out) return "?";
    out = verses[i];
  }
  return out;
}

std::string verse_of(const GoldBead& bead, const SetDocument& document) {
  const std::string source = verse_of(bead.source, document.source_verse);
  const std::string target = verse_of(bead.target, document.target_verse);
  if (source == "?" || target == "?") return "?";
  if (source.empty() || source == target) return target;
  return target.empty() ? source : "?";
}

}  // namespace

AlignmentSet read_set(const std::string& description) {
  AlignmentSet set;
  std::istringstream fields(description);
  std::string path;
  std::getline(fields, path, ':');
  std::getline(fields, set.source_language, ':');
  std::getline(fields, set.target_language, ':');
  set.name = std::filesystem::path(path).filename();
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(path))
    folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  set.documents.resize(folders.size());
  for (std::size_t i = 0; i < folders.size(); ++i) {
    SetDocument& document = set.documents[i];
    document.name = folders[i].filename();
    document.source_text = slurp(folders[i] / "src.txt");
    document.target_text = slurp(folders[i] / "tgt.txt");
    document.source.sentences = lines_of(document.source_text);
    document.target.sentences = lines_of(document.target_text);
    const std::string gold = slurp(folders[i] / "gold.txt");
    for (const std::string_view line : lines_of(gold)) {
      const std::size_t colon = line.find(':');
      if (colon == std::string_view::npos) continue;
      document.gold.insert({numbers_of(line.substr(0, colon)), numbers_of(line.substr(colon))});
    }
    document.source_verse = verses_of(folders[i] / "src.verse");
    document.target_verse = verses_of(folders[i] / "tgt.verse");
  }
  return set;
}

std::vector<GoldBead> as_gold(const SetDocument& document, const std::vector<Bead>& beads) {
  std::vector<GoldBead> out;
  std::string last;
  for (const Bead& bead : beads) {
    GoldBead gold;
    for (std::uint32_t i = 0; i < bead.source_count; ++i)
      gold.source.push_back(bead.source_begin + i);
    for (std::uint32_t i = 0; i < bead.target_count; ++i)
      gold.target.push_back(bead.target_begin + i);
    const std::string verse = document.source_verse.empty() ? "" : verse_of(gold, document);
    if (!verse.empty() && verse != "?" && verse == last) {
      out.back().source.insert(out.back().source.end(), gold.source.begin(), gold.source.end());
      out.back().target.insert(out.back().target.end(), gold.target.begin(), gold.target.end());
    } else {
      out.push_back(std::move(gold));
    }
    last = verse;
  }
  return out;
}

void Score::add(const SetDocument& document, const std::vector<Bead>& beads) {
  const std::vector<GoldBead> test = as_gold(document, beads);
  for (const GoldBead& bead : test) {
    const bool is_right = document.gold.count(bead) != 0;
    found += 1;
    right += is_right ? 1 : 0;
    if (!bead.source.empty() && !bead.target.empty()) right_two_sided += is_right ? 1 : 0;
  }
  wanted += static_cast<double>(std::count_if(
      document.gold.begin(), document.gold.end(),
      [](const GoldBead& bead) { return !bead.source.empty() && !bead.target.empty(); }));
}

double Score::f1() const {
  const double precision = found > 0 ? right / found : 0;
  const double recall = wanted > 0 ? right_two_sided / wanted : 0;
  return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

}  // namespace weft::train
