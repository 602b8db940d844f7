// SPDX-License-Identifier: Apache-2.0
/// The cascade that finds an encoding: marks and escapes, UTF-8, then the likeliest decoding.

#include "weft/text/decode.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "encodings.hpp"
#include "plausibility.hpp"
#include "transcode.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

using namespace std::string_view_literals;

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view encoding;
};

// UTF-32 first: its little-endian mark begins with UTF-16's.
constexpr std::array kMarks = {
    ByteOrderMark{"\xFF\xFE\0\0"sv, "UTF-32LE"}, ByteOrderMark{"\0\0\xFE\xFF"sv, "UTF-32BE"},
    ByteOrderMark{"\xEF\xBB\xBF"sv, "UTF-8"}, ByteOrderMark{"\xFF\xFE"sv, "UTF-16LE"},
    ByteOrderMark{"\xFE\xFF"sv, "UTF-16BE"}};

/// Escape sequences of ISO-2022-JP in bytes that are otherwise seven-bit.
bool is_iso_2022_jp(std::string_view bytes) {
  const bool escapes = bytes.find("\x1B$B"sv) != std::string_view::npos ||
                       bytes.find("\x1B$@"sv) != std::string_view::npos ||
                       bytes.find("\x1B(J"sv) != std::string_view::npos;
  return escapes && std::all_of(bytes.begin(), bytes.end(),
                                [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool has_high_byte(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// True for UTF-8 without NUL, of which the last character may be cut if others are whole.
bool is_utf8(std::string_view bytes) {
  const std::size_t broken = find_invalid_utf8(bytes);
  if (bytes.find('\0') != std::string_view::npos) return false;
  if (broken == std::string_view::npos) return true;
  constexpr std::size_t kLongestCut = 3;
  if (bytes.size() - broken > kLongestCut || !has_high_byte(bytes.substr(0, broken))) return false;
  const auto lead = static_cast<unsigned char>(bytes[broken]);
  const bool leads = lead >= 0xC2 && lead <= 0xF4;
  return leads &&
         std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(broken) + 1, bytes.end(),
                     [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
}

/// The bytes to judge by: some kilobytes from the first that is not plain ASCII, begun at an even
/// offset.
std::string_view telling_part(std::string_view bytes) {
  constexpr std::size_t kEnough = 1600;
  constexpr std::size_t kContext = 64;
  const auto* first = std::find_if(bytes.begin(), bytes.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || c == '\0';
  });
  auto begin = static_cast<std::size_t>(first - bytes.begin());
  begin -= std::min(begin, kContext);
  begin -= begin % 4;
  return bytes.substr(begin, kEnough);
}

struct Candidate {
  const Encoding* encoding;
  double doubt;  ///< bits, before any byte is seen
  double cost;
};

/// Judges the candidates by `part` and keeps those not `margin` bits worse than the best.
void judge(std::vector<Candidate>& candidates, std::string_view part, double margin) {
  double least = std::numeric_limits<double>::max();
  for (Candidate& candidate : candidates) {
    const double limit = least + margin - candidate.doubt;
    const Decoded decoded = transcode(part, 0, *candidate.encoding);
    candidate.cost = candidate.doubt + cost_in_bits(decoded, part, *candidate.encoding, limit);
    least = std::min(least, candidate.cost);
  }
  std::erase_if(candidates, [&](const Candidate& c) { return c.cost > least + margin; });
}

/// The likeliest encoding. What was declared is believed unless the bytes speak clearly against it.
const Encoding& likeliest(std::string_view bytes, const Encoding* declared) {
  const std::string_view part = telling_part(bytes);
  std::vector<Candidate> candidates;
  for (const Encoding& encoding : all_encodings()) {
    const double trust = 30 + 0.1 * static_cast<double>(part.size());
    if (&encoding == declared) {
      candidates.push_back({&encoding, -trust, 0});
    } else if (encoding.rarity >= 0) {
      candidates.push_back({&encoding, encoding.rarity, 0});
    }
  }
  constexpr std::size_t kFirstLook = 256;
  constexpr double kMargin = 60;
  judge(candidates, part.substr(0, kFirstLook), kMargin);
  if (part.size() > kFirstLook) judge(candidates, part, 0);
  const auto best =
      std::min_element(candidates.begin(), candidates.end(),
                       [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
  return *best->encoding;
}

const Encoding& find_encoding_of(std::string_view bytes, std::string_view declared_label) {
  if (is_utf8(bytes)) {
    return encoding_named(is_iso_2022_jp(bytes) ? "ISO-2022-JP" : "UTF-8");
  }
  return likeliest(bytes, find_encoding(declared_label));
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared_label) {
  for (const ByteOrderMark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes))
      return transcode(bytes, mark.bytes.size(), encoding_named(mark.encoding));
  }
  return transcode(bytes, 0, find_encoding_of(bytes, declared_label));
}

}  // namespace weft
