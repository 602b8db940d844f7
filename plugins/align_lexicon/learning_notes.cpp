// SPDX-License-Identifier: Apache-2.0
/// Numbers of seven bits a byte: keys once, then bags of type numbers and weights.
#include "learning_notes.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "bead_bags.hpp"

namespace weft {
namespace {

constexpr int kNoteIterations = 4;
constexpr float kWeightSteps = 10;  // weights are kept in tenths
constexpr std::uint32_t kMostWeight = 255;

void put_number(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U)
    out.push_back(static_cast<char>(value | 0x80U));
  out.push_back(static_cast<char>(value));
}

/// Reads what the above wrote; `ok` turns false at the end or at nonsense.
struct NoteReader {
  std::string_view bytes;
  bool ok = true;

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (bytes.empty()) break;
      const auto byte = static_cast<unsigned char>(bytes.front());
      bytes.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    ok = false;
    return 0;
  }
  std::uint64_t key() {
    std::uint64_t value = 0;
    if (bytes.size() < sizeof value) {
      ok = false;
      return 0;
    }
    std::memcpy(&value, bytes.data(), sizeof value);
    bytes.remove_prefix(sizeof value);
    return value;
  }
};

/// The keys of one side in order of first use, by number.
class Keys {
 public:
  explicit Keys(const TokenTable& table) : table_(table), numbers_(table.types.size(), 0) {}
  std::uint32_t number(std::uint32_t type) {
    if (numbers_[type] == 0) {
      keys_.append(reinterpret_cast<const char*>(&table_.types[type].key), sizeof(std::uint64_t));
      numbers_[type] = static_cast<std::uint32_t>(keys_.size() / sizeof(std::uint64_t));
    }
    return numbers_[type] - 1;
  }
  [[nodiscard]] const std::string& bytes() const { return keys_; }

 private:
  const TokenTable& table_;
  std::vector<std::uint32_t> numbers_;  // + 1
  std::string keys_;
};

void put_bag(std::string& out, const TokenBag& bag, Keys& keys) {
  put_number(out, bag.size());
  for (const TokenUse& use : bag) {
    put_number(out, keys.number(use.type));
    const float tenths = std::round(use.weight * kWeightSteps);
    out.push_back(static_cast<char>(std::min(static_cast<std::uint32_t>(tenths), kMostWeight)));
  }
}

/// All notes together.
struct Corpus {
  FlatMap given, other;
  std::vector<std::uint64_t> given_keys, other_keys;

  static std::uint32_t number(FlatMap& map, std::vector<std::uint64_t>& keys, std::uint64_t key) {
    const std::uint32_t out = map.add(key);
    if (out == keys.size()) keys.push_back(key);
    return out;
  }
};

std::vector<std::uint32_t> read_keys(NoteReader& note, FlatMap& map,
                                     std::vector<std::uint64_t>& keys) {
  const std::uint64_t count = note.number();
  std::vector<std::uint32_t> out;
  for (std::uint64_t i = 0; i < count && note.ok; ++i)
    out.push_back(Corpus::number(map, keys, note.key()));
  return out;
}

void read_bag(NoteReader& note, const std::vector<std::uint32_t>& types, TokenBag& out) {
  out.clear();
  const std::uint64_t count = note.number();
  for (std::uint64_t i = 0; i < count && note.ok; ++i) {
    const std::uint64_t type = note.number();
    note.ok = note.ok && type < types.size() && !note.bytes.empty();
    if (!note.ok) return;
    const auto tenths = static_cast<unsigned char>(note.bytes.front());
    note.bytes.remove_prefix(1);
    out.push_back({types[type], static_cast<float>(tenths) / kWeightSteps});
  }
}

void set_priors(const Corpus& corpus, LexiconUse given, ModelOne& model) {
  FlatMap terms;
  std::vector<std::uint32_t> of_term;
  for (std::uint32_t i = 0; i < corpus.other_keys.size() && given.lexicon != nullptr; ++i) {
    const auto term = given.lexicon->find(other_side(given.side), corpus.other_keys[i]);
    if (term && terms.add(*term) == of_term.size()) of_term.push_back(i);
  }
  for (std::uint32_t i = 0; i < corpus.given_keys.size(); ++i) {
    const std::uint32_t equal = corpus.other.find(corpus.given_keys[i]);
    if (equal != FlatMap::kNone) model.set_prior(i, equal, 1.0F);
    if (given.lexicon == nullptr) continue;
    const auto term = given.lexicon->find(given.side, corpus.given_keys[i]);
    if (!term) continue;
    for (const Translation& to : given.lexicon->translations(given.side, *term)) {
      const std::uint32_t match = terms.find(to.term);
      if (match != FlatMap::kNone) model.set_prior(i, of_term[match], to.probability);
    }
  }
}

}  // namespace

std::string write_note(const AlignedText& aligned, std::size_t most_bytes) {
  Keys given(aligned.given());
  Keys other(aligned.other());
  // Two bytes a token and eight a new key, about: every so manieth bead fits.
  const std::size_t estimate =
      4 * (aligned.text.source.uses.size() + aligned.text.target.uses.size());
  const std::size_t every = estimate / most_bytes + 1;
  std::string bags;
  std::size_t bead = 0;
  for_each_bag(aligned, [&](const TokenBag& from, const TokenBag& to) {
    if (bead++ % every != 0) return;
    if (bags.size() + given.bytes().size() + other.bytes().size() > most_bytes) return;
    if (from.size() > ModelOne::kMostInBag || to.size() > ModelOne::kMostInBag) return;
    put_bag(bags, from, given);
    put_bag(bags, to, other);
  });
  std::string out;
  for (const std::string* keys : {&given.bytes(), &other.bytes()}) {
    put_number(out, keys->size() / sizeof(std::uint64_t));
    out += *keys;
  }
  return out + bags;
}

LearntTable learn_from(const std::vector<std::string_view>& notes, LexiconUse given) {
  Corpus corpus;
  std::vector<NoteReader> readers;
  std::vector<std::vector<std::uint32_t>> given_types, other_types;
  for (const std::string_view note : notes) {
    NoteReader reader{note};
    given_types.push_back(read_keys(reader, corpus.given, corpus.given_keys));
    other_types.push_back(read_keys(reader, corpus.other, corpus.other_keys));
    readers.push_back(reader);
  }
  ModelOne model(corpus.given_keys.size(), corpus.other_keys.size(),
                 given.lexicon == nullptr ? ModelOne::kSurpriseAlone : 0.0F);
  set_priors(corpus, given, model);
  TokenBag from, to;
  for (std::size_t i = 0; i < readers.size() && !model.is_full(); ++i) {
    while (readers[i].ok && !readers[i].bytes.empty()) {
      read_bag(readers[i], given_types[i], from);
      read_bag(readers[i], other_types[i], to);
      if (readers[i].ok) model.add(from, to);
    }
  }
  return LearntTable(model.run(kNoteIterations), corpus.given_keys, corpus.other_keys);
}

}  // namespace weft
