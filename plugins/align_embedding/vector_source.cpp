// SPDX-License-Identifier: Apache-2.0
/// Asking an endpoint, and looking up files.
#include "vector_source.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "read_npy.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

std::string bytes_of_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  if (!in) throw Error(WEFT_E_CONFIG, path + " cannot be read");
  return std::move(out).str();
}

std::string shown(const std::string& text) {
  constexpr std::size_t kShown = 60;
  std::size_t end = std::min(text.size(), kShown);
  while (!on_border(text, end))
    --end;
  return "'" + text.substr(0, end) + (end < text.size() ? "...'" : "'");
}

/// White space at `at`: its bytes, or 0. The ideographic space counts.
std::size_t white_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (text.substr(at, 3) == "\u3000") return 3;
  return text.substr(at, 2) == "\u00A0" ? 2 : 0;
}

}  // namespace

std::string with_single_spaces(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t white = white_at(text, at);
    if (white > 0) {
      space = !out.empty();
      at += white;
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += text[at++];
  }
  return out;
}

Vectors EndpointSource::vectors(const std::vector<WindowText>& texts, const Context& context) {
  std::vector<std::string_view> asked;
  for (const WindowText& text : texts)
    asked.emplace_back(text.text);
  Ledger document("the document", budget_);
  Vectors out = endpoint_.embed(asked, {[&] { context.check_cancelled(); }, &document});
  const Spent spent = document.spent();
  if (spent.calls > 0) {
    context.count(calls_, static_cast<double>(spent.calls));
    context.count(tokens_, static_cast<double>(spent.prompt_tokens));
  }
  return out;
}

FileSource::FileSource(const std::string& vectors_path, const std::string& texts_path)
    : texts_path_(texts_path), vectors_(read_npy(bytes_of_file(vectors_path), vectors_path)) {
  const std::string texts = bytes_of_file(texts_path);
  std::string_view rest = texts;
  std::size_t lines = 0;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    rows_.try_emplace(with_single_spaces(rest.substr(0, end)), lines++);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  if (lines != vectors_.count()) {
    throw Error(WEFT_E_CONFIG, vectors_path + " holds " + std::to_string(vectors_.count()) +
                                   " vectors and " + texts_path + " " + std::to_string(lines) +
                                   " lines: each line must be the text of one vector");
  }
}

Vectors FileSource::vectors(const std::vector<WindowText>& texts, const Context& context) {
  Vectors out;
  out.dimension = vectors_.dimension;
  std::size_t missing = 0;
  const WindowText* first = nullptr;
  for (const WindowText& text : texts) {
    auto found = rows_.find(text.text);
    if (found == rows_.end() && !text.spaced.empty()) found = rows_.find(text.spaced);
    if (found == rows_.end()) {
      if (missing++ == 0) first = &text;
      continue;
    }
    const auto row = vectors_.row(found->second);
    out.values.insert(out.values.end(), row.begin(), row.end());
  }
  context.check_cancelled();
  if (missing > 0) {
    throw Error(WEFT_E_INPUT,
                std::to_string(missing) + " of " + std::to_string(texts.size()) +
                    " texts have no line in " + texts_path_ + ", the first of them " +
                    shown(first->text) +
                    "; add them, or set windows=1 if only single sentences are there");
  }
  return out;
}

}  // namespace weft
