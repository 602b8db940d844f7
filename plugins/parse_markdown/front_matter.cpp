// SPDX-License-Identifier: Apache-2.0
/// The part of YAML and TOML that front matter uses, line by line.
#include "front_matter.hpp"

#include <algorithm>

#include "weft/ascii.hpp"

namespace weft::markdown {
namespace {

constexpr std::size_t kMostLines = 500;
constexpr std::size_t kLongestKey = 60;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// The next line, without its end; moves `at` behind it.
std::string_view take_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  const std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  return line;
}

/// A value without its quotes, or without the comment behind it.
std::string unquoted(std::string_view raw) {
  raw = trimmed(raw);
  if (raw.empty()) return {};
  const char quote = raw.front();
  if (quote != '"' && quote != '\'')
    return std::string(trimmed(raw.substr(0, std::min(raw.find(" #"), raw.size()))));
  std::string out;
  for (std::size_t i = 1; i < raw.size(); ++i) {
    if (quote == '\'' && raw.substr(i).starts_with("''")) {
      ++i;
    } else if (raw[i] == quote) {
      break;
    } else if (quote == '"' && raw[i] == '\\' && i + 1 < raw.size()) {
      ++i;
      if (raw[i] == 'n' || raw[i] == 't') {
        out += ' ';
        continue;
      }
    }
    out += raw[i];
  }
  return out;
}

/// "a", 'b, c', d -> their values.
std::vector<std::string> items_of(std::string_view list) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  char quote = 0;
  for (std::size_t i = 0; i <= list.size(); ++i) {
    const char c = i < list.size() ? list[i] : ',';
    if (quote != 0) {
      if (c == quote) quote = 0;
      if (i < list.size()) continue;
    } else if (c == '"' || c == '\'') {
      quote = c;
      continue;
    }
    if (c != ',') continue;
    std::string item = unquoted(list.substr(begin, i - begin));
    if (!item.empty()) out.push_back(std::move(item));
    begin = i + 1;
  }
  return out;
}

class FrontMatterReader {
 public:
  explicit FrontMatterReader(std::string_view text, char assign) : text_(text), assign_(assign) {}

  std::vector<FrontMatterValue> read() {
    std::size_t at = 0;
    while (at < text_.size())
      read_line(take_line(text_, at));
    finish_block();
    return std::move(out_);
  }

 private:
  void read_line(std::string_view raw) {
    const std::string_view line = trimmed(raw);
    const bool indented = raw.starts_with(" ") || raw.starts_with("\t");
    if (in_block_ && (indented || line.empty())) {
      if (!line.empty()) block_ += (block_.empty() ? "" : " ") + std::string(line);
      return;
    }
    finish_block();
    if (line.empty() || line.starts_with("#")) return;
    if (line.starts_with("[") && assign_ == '=') {
      key_.clear();  // a table of TOML: what is in it is not the document's own
      in_table_ = true;
      return;
    }
    if (line.starts_with("- ") && assign_ == ':') return read_item(trimmed(line.substr(2)));
    const std::size_t cut = key_end(line);
    if (cut == std::string_view::npos) return;
    const std::string key = ascii_lowered(unquoted(line.substr(0, cut)));
    const std::string_view value = trimmed(line.substr(cut + 1));
    if (indented) {
      if (key == "name" && !key_.empty()) add(unquoted(value));
      return;
    }
    if (in_table_) return;
    key_ = key;
    read_value(value);
  }

  void read_item(std::string_view item) {
    if (key_.empty()) return;
    const std::size_t cut = key_end(item);
    if (cut == std::string_view::npos) return add(unquoted(item));
    if (ascii_lowered(trimmed(item.substr(0, cut))) == "name") add(unquoted(item.substr(cut + 1)));
  }

  void read_value(std::string_view value) {
    if (value.starts_with("|") || value.starts_with(">")) {
      in_block_ = true;
    } else if (value.starts_with("[")) {
      const std::size_t close = value.rfind(']');
      for (const std::string& item : items_of(value.substr(1, std::max<std::size_t>(close, 1) - 1)))
        add(item);
    } else if (!value.empty() && !value.starts_with("{") && !value.starts_with("&")) {
      add(unquoted(value));
    }
  }

  /// A colon with a blank behind it, or an equals sign, behind a word.
  [[nodiscard]] std::size_t key_end(std::string_view line) const {
    if (line.starts_with("\"") || line.starts_with("'") || line.starts_with("{"))
      return std::string_view::npos;
    const std::size_t cut = line.substr(0, kLongestKey).find(assign_);
    if (cut == std::string_view::npos || cut == 0) return std::string_view::npos;
    const bool apart =
        assign_ == '=' || cut + 1 == line.size() || line[cut + 1] == ' ' || line[cut + 1] == '\t';
    return apart ? cut : std::string_view::npos;
  }

  void finish_block() {
    if (in_block_ && !block_.empty()) add(block_);
    in_block_ = false;
    block_.clear();
  }

  void add(std::string value) {
    if (!value.empty() && value != "null" && value != "~") out_.push_back({key_, std::move(value)});
  }

  std::string_view text_;
  char assign_;
  std::string key_;
  bool in_table_ = false;
  bool in_block_ = false;
  std::string block_;
  std::vector<FrontMatterValue> out_;
};

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
  FrontMatter out;
  std::size_t at = 0;
  const std::string_view fence = trimmed(take_line(text, at));
  if (fence != "---" && fence != "+++") return out;
  const std::size_t begin = at;
  for (std::size_t n = 0; n < kMostLines && at < text.size(); ++n) {
    const std::size_t line_begin = at;
    const std::string_view line = take_line(text, at);
    const std::string_view word = trimmed(line);
    if (line.starts_with(" ") || (word != fence && !(fence == "---" && word == "..."))) continue;
    FrontMatterReader reader(text.substr(begin, line_begin - begin), fence == "---" ? ':' : '=');
    out.values = reader.read();
    if (!out.values.empty()) out.end = at;
    return out;
  }
  return out;
}

}  // namespace weft::markdown
