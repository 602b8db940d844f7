// SPDX-License-Identifier: Apache-2.0
/// Notes as bytes of this machine: they never leave the process.
#include "document_note.hpp"

#include <cstring>

namespace weft {
namespace {

template <class Value>
void put(std::string& out, const Value& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  template <class Value>
  void get(Value& value) {
    if (bytes_.size() < sizeof value) {
      cut_off_ = true;
      return;
    }
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
  }
  std::string text(std::size_t size) {
    cut_off_ = cut_off_ || size > bytes_.size();
    if (cut_off_) return {};
    std::string out(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return out;
  }
  [[nodiscard]] bool cut_off() const { return cut_off_; }
  [[nodiscard]] std::size_t left() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
  bool cut_off_ = false;
};

}  // namespace

std::string write_note(const DocumentNote& note) {
  std::string out;
  put(out, note.standing);
  put(out, note.range);
  put(out, static_cast<std::uint32_t>(note.language.size()));
  out += note.language;
  put(out, note.address);
  put(out, note.neutral);
  put(out, note.marked);
  put(out, static_cast<std::uint32_t>(note.claims.size()));
  for (const Claim& claim : note.claims) {
    put(out, claim.address);
    put(out, claim.range);
    put(out, claim.original);
  }
  put(out, note.bytes);
  put(out, note.blocks);
  put(out, note.sentences);
  put(out, note.sketch);
  for (const Feature& feature : note.features) {
    put(out, feature.key);
    put(out, feature.sentence);
  }
  return out;
}

DocumentNote read_note(std::string_view bytes) {
  Reader in(bytes);
  DocumentNote out;
  in.get(out.standing);
  in.get(out.range);
  std::uint32_t count = 0;
  in.get(count);
  out.language = in.text(count);
  in.get(out.address);
  in.get(out.neutral);
  in.get(out.marked);
  count = 0;
  in.get(count);
  for (std::uint32_t i = 0; i < count && !in.cut_off(); ++i) {
    Claim claim;
    in.get(claim.address);
    in.get(claim.range);
    in.get(claim.original);
    out.claims.push_back(claim);
  }
  in.get(out.bytes);
  in.get(out.blocks);
  in.get(out.sentences);
  in.get(out.sketch);
  if (in.cut_off()) return {};
  constexpr std::size_t kFeatureBytes = sizeof(std::uint32_t) + sizeof(std::uint16_t);
  out.features.resize(in.left() / kFeatureBytes);
  for (Feature& feature : out.features) {
    in.get(feature.key);
    in.get(feature.sentence);
  }
  return out;
}

}  // namespace weft
