// SPDX-License-Identifier: Apache-2.0
/// Reading answers in lines and in JSON, and holding them to what was asked for.
#include "read_summary.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "list_numbers.hpp"
#include "weft/summary/scan_text.hpp"
#include "weft/text/normalize.hpp"
#include "weft/text/sentences.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

using Json = nlohmann::json;
constexpr std::size_t kLongestLine = 4000;  // bytes of a headline or a key phrase: more is neither

std::string clean(std::string_view text) {
  return fold_space(clean_for_xml(text).text);
}

bool takes(std::string_view& text, std::string_view beginning) {
  if (text.substr(0, beginning.size()) != beginning) return false;
  text.remove_prefix(beginning.size());
  return true;
}

/// Without "- ", "* ", "•" and the stars of bold type around a label.
std::string_view without_marks(std::string_view line) {
  const auto skip_space = [&] {
    while (takes(line, " ") || takes(line, "\t")) {
    }
  };
  skip_space();
  while (takes(line, "- ") || takes(line, "* ") || takes(line, "• ") || takes(line, "**") ||
         takes(line, "#"))
    skip_space();
  return line;
}

/// Takes "LABEL:" from the beginning of a line, in any case and with either colon.
bool takes_label(std::string_view& line, std::string_view label) {
  std::string_view rest = line;
  if (rest.size() < label.size()) return false;
  for (std::size_t i = 0; i < label.size(); ++i) {
    const char c = rest[i];
    if ((c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c) != label[i]) return false;
  }
  rest.remove_prefix(label.size());
  takes(rest, "**");
  if (!takes(rest, ":") && !takes(rest, "：")) return false;
  takes(rest, "**");
  line = rest;
  return true;
}

void add_phrases(std::string_view line, WrittenSummary& out) {
  std::string phrase;
  const auto flush = [&] {
    const std::string whole = clean(phrase);
    if (!whole.empty() && whole.size() <= kLongestLine) out.keyphrases.push_back(whole);
    phrase.clear();
  };
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t point = next_code_point(line, at);
    if (point == U';' || point == U'；' || point == U'、') {
      flush();
    } else {
      phrase.append(line, begin, at - begin);
    }
  }
  flush();
}

void add_sentences(const std::vector<std::string_view>& lines, const Wish& wish,
                   WrittenSummary& out) {
  for (const std::string_view line : without_numbers(lines, wish.language)) {
    const std::string whole = clean(line);
    for (const TextRange& range : split_sentences(whole))
      out.sentences.push_back(whole.substr(range.begin, range.end - range.begin));
  }
}

std::string read_lines(std::string_view content, const Wish& wish, WrittenSummary& out) {
  bool labelled = false;
  std::vector<std::string_view> lines;
  while (!content.empty()) {
    const std::size_t end = content.find('\n');
    std::string_view line = without_marks(content.substr(0, end));
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    std::string_view behind = line;  // of a label, which may be numbered itself
    take_number(behind);
    if (takes_label(behind, "HEADLINE")) {
      out.headline = clean(behind);
    } else if (takes_label(behind, "KEYPHRASES")) {
      add_phrases(behind, out);
    } else {
      if (takes_label(behind, "SUMMARY") && !labelled) {
        labelled = true;
        lines.clear();  // whatever stood in front was no part of it
        line = without_marks(behind);
      }
      if (!line.empty()) lines.push_back(line);
    }
  }
  add_sentences(lines, wish, out);
  return labelled ? std::string() : "it has no line SUMMARY:";
}

bool read_strings(const Json& root, const char* member, std::vector<std::string>& out) {
  const auto found = root.find(member);
  if (found == root.end() || !found->is_array()) return false;
  for (const Json& item : *found) {
    if (!item.is_string()) return false;
    out.push_back(item.get<std::string>());
  }
  return true;
}

std::string read_object(std::string_view content, const Wish& wish, WrittenSummary& out) {
  const Json root = Json::parse(content, nullptr, false);
  if (!root.is_object()) return "it is no JSON object";
  std::vector<std::string> items;
  if (!read_strings(root, "sentences", items)) return "its member sentences is no list of strings";
  std::vector<std::string_view> lines;
  for (const std::string& item : items)
    lines.push_back(without_marks(item));
  add_sentences(lines, wish, out);
  items.clear();
  if (wish.keyphrases > 0 && !read_strings(root, "keyphrases", items))
    return "its member keyphrases is no list of strings";
  for (const std::string& item : items)
    add_phrases(item, out);
  if (!wish.headline) return {};
  const auto headline = root.find("headline");
  if (headline == root.end() || !headline->is_string()) return "its member headline is no string";
  out.headline = clean(headline->get<std::string>());
  return {};
}

struct Length {
  std::uint64_t words = 0;
  std::uint64_t characters = 0;
  void word(std::string_view word, bool, std::size_t, std::size_t) {
    ++words;
    characters += count_code_points(word);
  }
  void alone(char32_t, std::size_t) {
    ++words;
    ++characters;
  }
  void mark(char32_t, bool space, std::size_t) { characters += space ? 0 : 1; }
};

/// Leaves out sentences at the end that go beyond the limits.
void cut_to_budget(const Wish& wish, WrittenSummary& out) {
  Length length;
  std::size_t fit = 0;
  for (const std::string& sentence : out.sentences) {
    scan_text(sentence, length);
    if (wish.words > 0 && length.words > wish.words) break;
    if (wish.characters > 0 && length.characters > wish.characters) break;
    if (wish.sentences > 0 && fit == wish.sentences) break;
    ++fit;
  }
  out.over_budget = out.sentences.size() - fit;
  out.sentences.resize(fit);
}

void drop_repeated(std::vector<std::string>& texts) {
  std::set<std::string> seen;
  const auto repeated = [&](const std::string& text) {
    return !seen.insert(comparison_key(text)).second;
  };
  texts.erase(std::remove_if(texts.begin(), texts.end(), repeated), texts.end());
}

}  // namespace

bool speaks_of_task(std::string_view text) {
  constexpr std::array kBeginnings{
      std::string_view("as an ai"),       std::string_view("i'm sorry"),
      std::string_view("i am sorry"),     std::string_view("i cannot"),
      std::string_view("i can't"),        std::string_view("i'm unable"),
      std::string_view("i am unable"),    std::string_view("no changes needed"),
      std::string_view("no changes are"), std::string_view("no document was"),
      std::string_view("please provide"), std::string_view("作为一个ai"),
      std::string_view("作为ai"),         std::string_view("作为人工智能"),
      std::string_view("抱歉"),           std::string_view("很抱歉"),
      std::string_view("对不起"),         std::string_view("我无法"),
      std::string_view("请提供"),         std::string_view("无需修改")};
  constexpr std::size_t kBeginning = 256;  // bytes
  std::size_t end = std::min(text.size(), kBeginning);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  std::string key = comparison_key(text.substr(0, end));
  for (auto at = key.find("’"); at != std::string::npos; at = key.find("’"))
    key.replace(at, std::string_view("’").size(), "'");
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) {
    return key.compare(0, beginning.size(), beginning) == 0;
  });
}

std::string read_summary(std::string_view content, const Wish& wish, WrittenSummary& out) {
  out = {};
  const std::string against = wish.form == AnswerForm::kText ? read_lines(content, wish, out)
                                                             : read_object(content, wish, out);
  if (!against.empty()) return against;
  drop_repeated(out.sentences);
  drop_repeated(out.keyphrases);
  if (out.sentences.empty()) return "its summary is empty";
  if (speaks_of_task(out.sentences.front())) return "it speaks of its task and not of the document";
  if (wish.headline && (out.headline.empty() || out.headline.size() > kLongestLine))
    return "it has no headline";
  if (wish.keyphrases > 0 && out.keyphrases.empty()) return "it has no key phrases";
  if (!wish.headline) out.headline.clear();
  if (out.keyphrases.size() > wish.keyphrases) out.keyphrases.resize(wish.keyphrases);
  cut_to_budget(wish, out);
  if (out.sentences.empty()) return "its first sentence is longer than the whole summary may be";
  return {};
}

}  // namespace weft
