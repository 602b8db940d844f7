// SPDX-License-Identifier: Apache-2.0
/// One walk over a record with simdjson; strings are unescaped here, because
/// their offsets count.
#include "json_fields.hpp"

#include <simdjson.h>
#include <weft/error.hpp>
#include <weft/utf8.hpp>

#include <algorithm>
#include <cstring>
#include <functional>

namespace weft::json {
namespace {

namespace od = simdjson::ondemand;

constexpr std::size_t kLargest = std::size_t{256} << 20U;
constexpr std::size_t kDeepest = 200;

bool is_number(std::string_view part) {
  return !part.empty() &&
         std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "~1" is "/" and "~0" is "~" in a JSON pointer.
std::string unquoted(std::string_view part) {
  std::string out;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const bool escape =
        part[i] == '~' && i + 1 < part.size() && (part[i + 1] == '0' || part[i + 1] == '1');
    if (escape) ++i;
    out += escape && part[i] == '1' ? '/' : escape ? '~' : part[i];
  }
  return out;
}

/// What programs write although JSON has no such thing, made what it has, byte for byte: Python's
/// NaN and Infinity say nothing, and control characters in a string stand for themselves. Values
/// are read from the source, so that nothing of this reaches a document.
void mend(std::string& record) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  const std::string_view whole = record;
  if (whole.find("NaN") == std::string_view::npos &&
      whole.find("Infinity") == std::string_view::npos &&
      std::none_of(record.begin(), record.end(), is_control))
    return;
  bool quoted = false;
  for (std::size_t at = 0; at < record.size(); ++at) {
    const char c = record[at];
    if (c == '"') quoted = !quoted;
    if (quoted) {
      if (c == '\\') ++at;
      if (is_control(c)) record[at] = ' ';
      continue;
    }
    for (const std::string_view word : {"NaN", "-Infinity", "Infinity"}) {
      if (!whole.substr(at).starts_with(word)) continue;
      record.replace(at, word.size(), "[]" + std::string(word.size() - 2, ' '));
      at += word.size() - 1;
      break;
    }
  }
}

/// Called with the way to a value, where its token begins in the buffer, and
/// what it is.
using OnLeaf = std::function<void(const std::vector<Path::Step>&, std::size_t, std::size_t, bool)>;

class Walker {
 public:
  Walker(const char* base, const OnLeaf& on_leaf) : base_(base), on_leaf_(on_leaf) {}

  void walk(od::value& value) {
    if (steps_.size() > kDeepest)
      throw Error(WEFT_E_LIMIT, "nested deeper than " + std::to_string(kDeepest));
    const od::json_type type = value.type();
    if (type == od::json_type::object) {
      for (auto field : od::object(value.get_object())) {
        const std::string_view key = field.unescaped_key();
        steps_.push_back({key, 0, false});
        od::value inner = field.value();
        walk(inner);
        steps_.pop_back();
      }
    } else if (type == od::json_type::array) {
      std::size_t position = 0;
      for (auto item : od::array(value.get_array())) {
        steps_.push_back({{}, position++, true});
        od::value inner = item.value();
        walk(inner);
        steps_.pop_back();
      }
    } else if (type == od::json_type::string || type == od::json_type::number) {
      const std::string_view token = value.raw_json_token();
      on_leaf_(steps_, static_cast<std::size_t>(token.data() - base_), token.size(),
               type == od::json_type::string);
    }
  }

 private:
  const char* base_;
  const OnLeaf& on_leaf_;
  std::vector<Path::Step> steps_;
};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The unit of "\uXXXX" at `at`, or none.
bool read_unit(std::string_view text, std::size_t at, char32_t& unit) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return false;
  unit = 0;
  for (std::size_t i = 2; i < 6; ++i) {
    const int digit = hex_digit(text[at + i]);
    if (digit < 0) return false;
    unit = unit * 16 + static_cast<char32_t>(digit);
  }
  return true;
}

/// The escape at `at`: appends what it stands for and returns its size.
std::size_t read_escape(std::string_view text, std::size_t at, MappedText& out) {
  constexpr std::string_view kNames = "bfnrt";
  constexpr std::string_view kMeanings = "\b\f\n\r\t";
  char32_t unit = 0;
  if (!read_unit(text, at, unit)) {
    const char c = at + 1 < text.size() ? text[at + 1] : '\\';
    const std::size_t known = kNames.find(c);
    const char meaning = known == std::string_view::npos ? c : kMeanings[known];
    // simdjson has refused what JSON has no escape for.
    out.whole(std::string_view(&meaning, 1), at, 2);
    return 2;
  }
  std::size_t size = 6;
  char32_t low = 0;
  const bool high = unit >= 0xD800 && unit < 0xDC00;
  if (high && read_unit(text, at + 6, low) && low >= 0xDC00 && low < 0xE000) {
    unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
    size = 12;
  }
  if (unit == 0 || (unit >= 0xD800 && unit < 0xE000)) unit = 0xFFFD;
  std::string piece;
  append_code_point(piece, unit);
  out.whole(piece, at, static_cast<std::uint32_t>(size));
  return size;
}

}  // namespace

std::size_t unescape(std::string_view text, std::size_t quote, MappedText& out) {
  std::size_t at = quote + 1;
  while (at < text.size() && text[at] != '"') {
    if (text[at] == '\\') {
      at += read_escape(text, at, out);
      continue;
    }
    const std::size_t stop = std::min(text.find_first_of("\"\\", at), text.size());
    out.copy(text.substr(at, stop - at), at);
    at = stop;
  }
  return at + 1;
}

Path::Path(std::string_view written) {
  const bool pointer = written.starts_with('/');
  const char separator = pointer ? '/' : '.';
  if (pointer) written.remove_prefix(1);
  while (!written.empty()) {
    const std::size_t cut = written.find(separator);
    const std::string_view part = written.substr(0, cut);
    parts_.push_back(pointer ? unquoted(part) : std::string(part));
    written = cut == std::string_view::npos ? std::string_view() : written.substr(cut + 1);
  }
}

bool Path::matches(const std::vector<Step>& steps) const {
  return matches_from(0, steps, 0);
}

bool Path::matches_from(std::size_t part, const std::vector<Step>& steps, std::size_t step) const {
  for (; step < steps.size(); ++step) {
    const bool left = part < parts_.size();
    if (!steps[step].is_position) {
      if (!left || parts_[part] != steps[step].key) return false;
      ++part;
    } else if (left && is_number(parts_[part])) {
      if (parts_[part] != std::to_string(steps[step].position)) return false;
      ++part;
    }
  }
  return part == parts_.size();
}

struct RecordReader::Buffers {
  od::parser parser;
  std::string padded;

  void walk(std::string_view record, const OnLeaf& on_leaf) {
    if (record.size() > kLargest)
      throw Error(WEFT_E_LIMIT, "a record larger than 256 MiB; split it");
    padded.assign(record);
    mend(padded);
    padded.append(simdjson::SIMDJSON_PADDING, ' ');
    try {
      od::document document = parser.iterate(padded.data(), record.size(), padded.size());
      Walker walker(padded.data(), on_leaf);
      if (document.is_scalar()) {
        const std::string_view token = std::string_view(document.raw_json_token());
        on_leaf({}, static_cast<std::size_t>(token.data() - padded.data()), token.size(),
                token.starts_with('"'));
        return;
      }
      od::value root = document.get_value();
      walker.walk(root);
      if (document.current_location().error() == simdjson::SUCCESS)
        throw Error(WEFT_E_INPUT, "something stands behind the record");
    } catch (const simdjson::simdjson_error& error) {
      throw Error(WEFT_E_INPUT, std::string("not JSON: ") + error.what());
    }
  }
};

RecordReader::RecordReader() : buffers_(std::make_unique<Buffers>()) {}
RecordReader::~RecordReader() = default;

namespace {

MappedText text_of_token(std::string_view text, std::size_t at, std::size_t size, bool is_string) {
  MappedText out;
  if (is_string) {
    unescape(text, at, out);
  } else {
    std::string_view token = text.substr(at, size);
    token = token.substr(0, token.find_first_of(" \t\r\n,]}"));
    out.copy(token, at);
  }
  return out;
}

}  // namespace

std::vector<std::vector<MappedText>> RecordReader::read(std::string_view text, std::size_t begin,
                                                        std::size_t end,
                                                        const std::vector<Path>& paths) {
  std::vector<std::vector<MappedText>> out(paths.size());
  const std::string_view until = text.substr(0, end);
  buffers_->walk(
      text.substr(begin, end - begin),
      [&](const std::vector<Path::Step>& steps, std::size_t at, std::size_t size, bool is_string) {
        for (std::size_t i = 0; i < paths.size(); ++i) {
          if (!paths[i].matches(steps)) continue;
          MappedText value = text_of_token(until, begin + at, size, is_string);
          if (!value.empty()) out[i].push_back(std::move(value));
        }
      });
  return out;
}

std::vector<Leaf> RecordReader::leaves(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Leaf> out;
  const std::string_view until = text.substr(0, end);
  buffers_->walk(
      text.substr(begin, end - begin),
      [&](const std::vector<Path::Step>& steps, std::size_t at, std::size_t size, bool is_string) {
        Leaf leaf;
        for (const Path::Step& step : steps) {
          if (step.is_position) continue;
          if (!leaf.path.empty()) leaf.path += '.';
          leaf.path += step.key;
        }
        leaf.text = text_of_token(until, begin + at, size, is_string);
        leaf.is_string = is_string;
        out.push_back(std::move(leaf));
      });
  return out;
}

}  // namespace weft::json
