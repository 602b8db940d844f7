// SPDX-License-Identifier: Apache-2.0
/// Members take turns.
#include "voices.hpp"

#include <algorithm>
#include <array>

#include "speakers.hpp"

namespace weft {
namespace {

constexpr double kNamed = 1.4;       // weight of a sentence that names its speaker
constexpr double kAlike = 0.6;       // overlap from which two sentences say the same
constexpr std::size_t kFewest = 5;   // terms of a sentence that can stand alone
constexpr std::size_t kAsked = 200;  // of a member, the weightiest, that a speaker is looked for in

/// How sentences begin that do not say whom they are about.
constexpr auto kLeaning = std::to_array<std::string_view>(
    {"他", "她", "它", "这", "這", "那", "其", "He ", "She ", "It ", "They ", "This ", "That ",
     "These ", "Those ", "His ", "Her ", "Its ", "Their "});

struct Candidate {
  double value = 0;
  std::size_t sentence = 0;
  std::string speaker;
};

bool stands_alone(const StorySentence& sentence) {
  const std::string_view text = sentence.text;
  return sentence.terms.size() >= kFewest && !text.ends_with("?") && !text.ends_with("？") &&
         !text.ends_with(":") && !text.ends_with("：") &&
         std::none_of(kLeaning.begin(), kLeaning.end(),
                      [&](std::string_view word) { return text.starts_with(word); });
}

/// The best last, so that it is taken from the end.
std::vector<Candidate> candidates_of(const StoryMember& member) {
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < member.sentences.size(); ++i) {
    if (stands_alone(member.sentences[i])) out.push_back({member.sentences[i].weight, i, {}});
  }
  const auto better = [](const Candidate& a, const Candidate& b) {
    return a.value != b.value ? a.value > b.value : a.sentence < b.sentence;
  };
  std::sort(out.begin(), out.end(), better);
  out.resize(std::min(out.size(), kAsked));
  for (Candidate& candidate : out) {
    candidate.speaker = speaker_of(member.sentences[candidate.sentence].text, member.language);
    if (!candidate.speaker.empty()) candidate.value *= kNamed;
  }
  std::sort(out.begin(), out.end(), better);
  std::reverse(out.begin(), out.end());
  return out;
}

class Chooser {
 public:
  explicit Chooser(const std::vector<StoryMember>& members) : members_(members) {}

  /// True when the candidate became a voice.
  bool take(std::size_t member, Candidate& candidate) {
    const auto& terms = members_[member].sentences[candidate.sentence].terms;
    for (Voice& voice : voices_) {
      const auto& said = members_[voice.member].sentences[voice.sentence].terms;
      if (overlap(terms, said) < kAlike) continue;
      const bool known = voice.member == member ||
                         std::any_of(voice.also.begin(), voice.also.end(),
                                     [&](const auto& other) { return other.first == member; });
      if (!known) voice.also.emplace_back(member, candidate.sentence);
      return false;
    }
    voices_.push_back({member, candidate.sentence, std::move(candidate.speaker), {}});
    return true;
  }
  [[nodiscard]] std::vector<Voice>& voices() { return voices_; }

 private:
  const std::vector<StoryMember>& members_;
  std::vector<Voice> voices_;
};

}  // namespace

double overlap(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t same = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    same += a[i] == b[k] ? 1U : 0U;
    const bool forward = a[i] <= b[k];
    const bool other = b[k] <= a[i];
    i += forward ? 1U : 0U;
    k += other ? 1U : 0U;
  }
  const std::size_t smaller = std::min(a.size(), b.size());
  return smaller == 0 ? 0 : static_cast<double>(same) / static_cast<double>(smaller);
}

std::vector<Voice> find_voices(const std::vector<StoryMember>& members, std::size_t most) {
  std::vector<std::vector<Candidate>> waiting;
  for (const StoryMember& member : members)
    waiting.push_back(candidates_of(member));
  Chooser chooser(members);
  for (bool any = true; any && chooser.voices().size() < most;) {
    any = false;
    for (std::size_t m = 0; m < members.size() && chooser.voices().size() < most; ++m) {
      for (bool taken = false; !taken && !waiting[m].empty(); waiting[m].pop_back())
        taken = chooser.take(m, waiting[m].back());
      any = any || !waiting[m].empty();
    }
  }
  std::vector<Voice> out = std::move(chooser.voices());
  std::sort(out.begin(), out.end(), [](const Voice& a, const Voice& b) {
    return a.member != b.member ? a.member < b.member : a.sentence < b.sentence;
  });
  return out;
}

}  // namespace weft
