// SPDX-License-Identifier: Apache-2.0
/// Joining sentences to windows, and their vectors to unit length.
#include "windows.hpp"

#include <algorithm>
#include <cmath>

#include "weft/utf8.hpp"

namespace weft {
namespace {

/// Han, kana, full-width forms and their punctuation: written without spaces.
bool is_unspaced(char32_t point) {
  return (point >= 0x2E80 && point < 0xAC00) || (point >= 0xF900 && point < 0xFB00) ||
         (point >= 0xFE30 && point < 0xFFF0) || point >= 0x20000;
}

char32_t last_code_point(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && !on_border(text, at))
    --at;
  return next_code_point(text, at);
}

void append(WindowText& window, const std::string& sentence) {
  if (sentence.empty()) return;
  if (window.text.empty()) {
    window.text = sentence;
    return;
  }
  std::size_t first = 0;
  const bool spaced =
      !is_unspaced(last_code_point(window.text)) || !is_unspaced(next_code_point(sentence, first));
  if (!spaced && window.spaced.empty()) window.spaced = window.text;
  if (!window.spaced.empty()) window.spaced += " " + sentence;
  window.text += (spaced ? " " : "") + sentence;
}

void cut(std::string& text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return;
  std::size_t end = most_bytes;
  while (!on_border(text, end))
    --end;
  text.resize(end);
}

void normalize(float* row, std::size_t size) {
  const float length = std::sqrt(dot(row, row, size));
  if (length <= 0) return;
  for (std::size_t i = 0; i < size; ++i)
    row[i] /= length;
}

std::size_t with_room(std::size_t size) {
  return (size + kLanes - 1) / kLanes * kLanes;
}

}  // namespace

float dot(const float* a, const float* b, std::size_t size) {
  std::array<float, kLanes> sums{};
  for (std::size_t i = 0; i < size; i += kLanes) {
    for (std::size_t k = 0; k < kLanes; ++k)
      sums[k] += a[i + k] * b[i + k];
  }
  float sum = 0;
  for (const float part : sums)
    sum += part;
  return sum;
}

WindowTexts::WindowTexts(std::span<const std::string_view> sentences,
                         std::span<const Stretch> stretches, std::size_t longest,
                         std::size_t most_bytes, std::vector<WindowText>& texts) {
  std::vector<std::string> clean;
  for (const std::string_view sentence : sentences) {
    clean.push_back(with_single_spaces(sentence));
    cut(clean.back(), most_bytes);
  }
  for (std::vector<std::uint32_t>& places : places_)
    places.assign(sentences.size(), kNone);
  for (const Stretch& stretch : stretches) {
    for (std::size_t begin = stretch.begin; begin < stretch.end; ++begin) {
      WindowText window;
      for (std::size_t count = 1; count <= longest && begin + count <= stretch.end; ++count) {
        append(window, clean[begin + count - 1]);
        if (window.text.empty()) continue;
        cut(window.text, most_bytes);
        cut(window.spaced, most_bytes);
        places_[count - 1][begin + count - 1] = static_cast<std::uint32_t>(texts.size());
        texts.push_back(window);
      }
    }
  }
}

WindowVectors::WindowVectors(const WindowTexts& texts, const Vectors& all,
                             std::span<const Stretch> stretches,
                             std::span<const std::uint32_t> bytes, const Vectors& beside,
                             double share)
    : sentences_(texts.sentences()),
      dimension_(with_room(all.dimension) + with_room(beside.dimension)) {
  for (std::vector<float>& rows : rows_)
    rows.assign(sentences_ * dimension_, 0.0F);
  const std::size_t width = with_room(all.dimension);
  for (const Stretch& stretch : stretches) {
    for (std::size_t end = stretch.begin + 1; end <= stretch.end; ++end) {
      const std::size_t most = std::min<std::size_t>(kLongestBead, end - stretch.begin);
      for (std::size_t count = 1; count <= most; ++count) {
        const std::uint32_t place = texts.at(end, count);
        if (place != WindowTexts::kNone) {
          const auto given = all.row(place);
          std::copy(given.begin(), given.end(), row(end, count));
        } else {
          sum_up(end, count, bytes, width);
        }
        normalize(row(end, count), width);
      }
    }
  }
  if (beside.dimension == 0) return;
  for (const Stretch& stretch : stretches) {
    for (std::size_t end = stretch.begin + 1; end <= stretch.end; ++end) {
      const std::size_t most = std::min<std::size_t>(kLongestBead, end - stretch.begin);
      for (std::size_t count = 1; count <= most; ++count)
        put_beside(end, count, beside, share, width);
    }
  }
}

/// Only single sentences are summed: they come first, and are of length 1.
void WindowVectors::sum_up(std::size_t end, std::size_t count, std::span<const std::uint32_t> bytes,
                           std::size_t width) {
  if (count == 1) return;
  float* out = row(end, count);
  for (std::size_t sentence = end - count; sentence < end; ++sentence) {
    const float* single = row(sentence + 1, 1);
    const auto weight = static_cast<float>(bytes[sentence]);
    for (std::size_t i = 0; i < width; ++i)
      out[i] += weight * single[i];
  }
}

void WindowVectors::put_beside(std::size_t end, std::size_t count, const Vectors& beside,
                               double share, std::size_t offset) {
  float* out = row(end, count);
  for (std::size_t sentence = end - count; sentence < end; ++sentence) {
    const auto given = beside.row(sentence);
    for (std::size_t i = 0; i < given.size(); ++i)
      out[offset + i] += given[i];
  }
  normalize(out + offset, dimension_ - offset);
  const auto here = static_cast<float>(std::sqrt(1 - share));
  const auto there = static_cast<float>(std::sqrt(share));
  for (std::size_t i = 0; i < dimension_; ++i)
    out[i] *= i < offset ? here : there;
}

WindowVectors WindowVectors::singles(Stretch stretch) const {
  WindowVectors out;
  out.sentences_ = stretch.end - stretch.begin;
  out.dimension_ = dimension_;
  const auto at = [&](std::size_t sentence) {
    return rows_[0].begin() + static_cast<std::ptrdiff_t>(sentence * dimension_);
  };
  out.rows_[0].assign(at(stretch.begin), at(stretch.end));
  return out;
}

WindowVectors WindowVectors::halved() const {
  WindowVectors out;
  out.sentences_ = (sentences_ + 1) / 2;
  out.dimension_ = dimension_;
  out.rows_[0].assign(out.sentences_ * dimension_, 0.0F);
  for (std::size_t sentence = 0; sentence < sentences_; ++sentence) {
    float* sum = out.row(sentence / 2 + 1, 1);
    const float* single = row(sentence + 1, 1);
    for (std::size_t i = 0; i < dimension_; ++i)
      sum[i] += single[i];
  }
  for (std::size_t end = 1; end <= out.sentences_; ++end)
    normalize(out.row(end, 1), dimension_);
  return out;
}

}  // namespace weft
