// SPDX-License-Identifier: Apache-2.0
/// Bands for copies, cosines over an inverted index for topics, average links for groups.
#include "group_stories.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <unordered_map>

namespace weft {
namespace {

constexpr std::size_t kVector = 120;     // terms of a document that are compared
constexpr std::size_t kHolders = 300;    // of one term, that a document is compared with by it
constexpr std::size_t kNeighbours = 20;  // of a document that are kept
constexpr double kBackground = 50;       // documents of other subjects that a small corpus lacks
constexpr std::size_t kLeastShared = 3;  // terms that two languages' texts must have in common
constexpr double kAverage = 0.8;         // of what a pair must reach: what groups show on average

struct Weighted {
  std::uint32_t key = 0;
  float weight = 0;
};
/// Terms by key, of length 1; and the length of what crosses languages.
struct Vector {
  std::vector<Weighted> terms;
  double crossing = 0;
};
struct Edge {
  double value = 0;
  std::size_t a = 0, b = 0;
  double least = 0;  ///< what it had to reach
};

std::uint64_t band_key(const Sketch& sketch, std::size_t band) {
  constexpr std::size_t kBand = 3;
  std::uint64_t key = band;
  for (std::size_t i = 0; i < kBand; ++i) {
    const std::uint8_t byte = sketch.at(band * kBand + i);
    if (byte == 0) return 0;
    key = key << 8U | byte;
  }
  return key;
}

std::vector<std::size_t> find_copies(const std::vector<StoryNote>& notes) {
  constexpr std::size_t kBands = std::tuple_size_v<Sketch> / 3;
  constexpr std::size_t kMostInBand = 32;  // furniture that all pages share is no copy
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> holders;
  std::vector<std::size_t> out(notes.size(), notes.size());
  for (std::size_t i = 0; i < notes.size(); ++i) {
    double best = 0;
    for (std::size_t band = 0; band < kBands; ++band) {
      const auto found = holders.find(band_key(notes[i].sketch, band));
      if (found == holders.end()) continue;
      for (const std::size_t other : found->second) {
        const double alike = likeness(notes[i].sketch, notes[other].sketch);
        const bool better = alike > best || (alike == best && other < out[i]);
        if (!better || !is_near(notes[i].sketch, notes[other].sketch)) continue;
        best = alike;
        out[i] = other;
      }
    }
    for (std::size_t band = 0; out[i] == notes.size() && band < kBands; ++band) {
      const std::uint64_t key = band_key(notes[i].sketch, band);
      if (key == 0) continue;
      std::vector<std::size_t>& all = holders[key];
      if (all.size() < kMostInBand) all.push_back(i);
    }
  }
  return out;
}

/// The compared documents' vectors and the sums over them.
class Corpus {
 public:
  Corpus(const std::vector<StoryNote>& notes, const std::vector<std::size_t>& copy_of)
      : notes_(notes), vectors_(notes.size()) {
    std::unordered_map<std::uint32_t, std::uint32_t> holders;
    double size = 0;
    for (std::size_t i = 0; i < notes.size(); ++i) {
      if (copy_of[i] != notes.size()) continue;
      size += 1;
      for (const NotedTerm& term : notes[i].terms)
        ++holders[term.key];
    }
    for (std::size_t i = 0; i < notes.size(); ++i) {
      if (copy_of[i] == notes.size()) vectors_[i] = vector_of(notes[i], holders, size);
    }
  }

  [[nodiscard]] const Vector& of(std::size_t i) const { return vectors_[i]; }
  [[nodiscard]] bool share_language(std::size_t a, std::size_t b) const {
    const auto& first = notes_[a].languages;
    const auto& second = notes_[b].languages;
    return std::find_first_of(first.begin(), first.end(), second.begin(), second.end()) !=
           first.end();
  }
  /// From the products of all terms and of those that cross languages, and the latter's number.
  [[nodiscard]] double similarity(std::size_t a, std::size_t b, double all, double crossing,
                                  std::size_t shared) const {
    if (share_language(a, b)) return all;
    const double lengths = vectors_[a].crossing * vectors_[b].crossing;
    return shared < kLeastShared || lengths <= 0 ? 0 : crossing / lengths;
  }
  [[nodiscard]] double similarity(std::size_t a, std::size_t b) const {
    double all = 0;
    double crossing = 0;
    std::size_t shared = 0;
    const auto& first = vectors_[a].terms;
    const auto& second = vectors_[b].terms;
    for (std::size_t i = 0, k = 0; i < first.size() && k < second.size();) {
      if (first[i].key == second[k].key) {
        const double product =
            static_cast<double>(first[i].weight) * static_cast<double>(second[k].weight);
        all += product;
        if (crosses_languages(kind_of_key(first[i].key))) {
          crossing += product;
          ++shared;
        }
        ++i;
        ++k;
      } else if (first[i].key < second[k].key) {
        ++i;
      } else {
        ++k;
      }
    }
    return similarity(a, b, all, crossing, shared);
  }

 private:
  static Vector vector_of(const StoryNote& note,
                          const std::unordered_map<std::uint32_t, std::uint32_t>& holders,
                          double size) {
    Vector out;
    for (const NotedTerm& term : note.terms) {
      const double frequency = 1 + std::log(static_cast<double>(term.count));
      const double odds = (size + kBackground) / (holders.at(term.key) + 0.5);
      out.terms.push_back({term.key, static_cast<float>(frequency * std::log(odds))});
    }
    std::stable_sort(out.terms.begin(), out.terms.end(),
                     [](const Weighted& a, const Weighted& b) { return a.weight > b.weight; });
    out.terms.resize(std::min(out.terms.size(), kVector));
    std::sort(out.terms.begin(), out.terms.end(),
              [](const Weighted& a, const Weighted& b) { return a.key < b.key; });
    double square = 0;
    double crossing = 0;
    for (const Weighted& term : out.terms) {
      const double weight = static_cast<double>(term.weight);
      square += weight * weight;
      if (crosses_languages(kind_of_key(term.key))) crossing += weight * weight;
    }
    if (square <= 0) return {};
    for (Weighted& term : out.terms)
      term.weight /= static_cast<float>(std::sqrt(square));
    out.crossing = std::sqrt(crossing / square);
    return out;
  }

  const std::vector<StoryNote>& notes_;
  std::vector<Vector> vectors_;
};

/// How like other documents each one is anyway: what it reaches with as many as no story has.
class Background {
 public:
  explicit Background(std::size_t size)
      : rank_(std::max(kFewest, size / kShare)), best_(size), crossing_(size) {}

  void see(const Corpus& corpus, const Edge& edge) {
    const bool one_language = corpus.share_language(edge.a, edge.b);
    for (const std::size_t document : {edge.a, edge.b})
      keep((one_language ? best_ : crossing_)[document], edge.value);
  }
  /// What a pair must reach to stand out from it on both sides.
  [[nodiscard]] double least(const Corpus& corpus, const Edge& edge) const {
    const auto& best = corpus.share_language(edge.a, edge.b) ? best_ : crossing_;
    return kLead * std::max(level(best[edge.a]), level(best[edge.b]));
  }

 private:
  static constexpr std::size_t kFewest = 15;
  static constexpr std::size_t kShare =
      200;  // of the corpus, from which on it is a subject and no story
  static constexpr double kLead = 2.2;
  using Heap = std::vector<float>;  // the least of the best first

  void keep(Heap& heap, double value) const {
    const auto kept = static_cast<float>(value);
    if (heap.size() == rank_) {
      if (heap.front() >= kept) return;
      std::pop_heap(heap.begin(), heap.end(), std::greater<>());
      heap.pop_back();
    }
    heap.push_back(kept);
    std::push_heap(heap.begin(), heap.end(), std::greater<>());
  }
  [[nodiscard]] double level(const Heap& heap) const {
    return heap.size() < rank_ ? 0 : static_cast<double>(heap.front());
  }

  std::size_t rank_;
  std::vector<Heap> best_;
  std::vector<Heap> crossing_;
};

/// Pairs of `least` or more that stand out, of each document its best with those before it.
std::vector<Edge> find_edges(const Corpus& corpus, std::size_t size, double least,
                             const std::function<void()>& poll) {
  struct Sum {
    double all = 0, crossing = 0;
    std::size_t shared = 0;
  };
  struct Holder {
    std::size_t document = 0;
    float weight = 0;
  };
  std::unordered_map<std::uint32_t, std::vector<Holder>> index;
  std::vector<Sum> sums(size);
  std::vector<std::size_t> touched;
  std::vector<Edge> out;
  Background background(size);
  for (std::size_t i = 0; i < size; ++i) {
    if (i % 256 == 0) poll();
    touched.clear();
    for (const Weighted& term : corpus.of(i).terms) {
      std::vector<Holder>& holders = index[term.key];
      const bool crosses = crosses_languages(kind_of_key(term.key));
      for (const Holder& holder : holders) {
        Sum& sum = sums[holder.document];
        if (sum.all <= 0) touched.push_back(holder.document);
        const double product =
            static_cast<double>(term.weight) * static_cast<double>(holder.weight);
        sum.all += product;
        sum.crossing += crosses ? product : 0;
        sum.shared += crosses ? 1 : 0;
      }
      if (holders.size() < kHolders) holders.push_back({i, term.weight});
    }
    std::vector<Edge> mine;
    for (const std::size_t other : touched) {
      const Sum sum = sums[other];
      sums[other] = {};
      const double value = corpus.similarity(i, other, sum.all, sum.crossing, sum.shared);
      const Edge edge{value, other, i, 0};
      background.see(corpus, edge);
      if (value >= least) mine.push_back(edge);
    }
    std::sort(mine.begin(), mine.end(), [](const Edge& a, const Edge& b) {
      return a.value != b.value ? a.value > b.value : a.a < b.a;
    });
    out.insert(out.end(), mine.begin(),
               mine.begin() + static_cast<std::ptrdiff_t>(std::min(mine.size(), kNeighbours)));
  }
  for (Edge& edge : out)
    edge.least = std::max(least, background.least(corpus, edge));
  std::erase_if(out, [](const Edge& edge) { return edge.value < edge.least; });
  return out;
}

/// Groups that grow.
class Clusters {
 public:
  explicit Clusters(std::size_t size) : cluster_(size), members_(size) {
    std::iota(cluster_.begin(), cluster_.end(), std::size_t{0});
    for (std::size_t i = 0; i < size; ++i)
      members_[i] = {i};
  }
  void join_if_alike(const Corpus& corpus, const Edge& edge) {
    std::size_t to = cluster_[edge.a];
    std::size_t from = cluster_[edge.b];
    if (to == from || average(corpus, members_[to], members_[from]) < kAverage * edge.least) return;
    join(to, from);
  }
  void join(std::size_t to, std::size_t from) {
    if (members_[to].size() < members_[from].size()) std::swap(to, from);
    for (const std::size_t member : members_[from])
      cluster_[member] = to;
    members_[to].insert(members_[to].end(), members_[from].begin(), members_[from].end());
    members_[from].clear();
  }
  [[nodiscard]] std::size_t cluster_of(std::size_t document) const { return cluster_[document]; }
  [[nodiscard]] std::vector<std::vector<std::size_t>> groups() const {
    std::vector<std::vector<std::size_t>> out;
    for (std::vector<std::size_t> members : members_) {
      if (members.size() < 2) continue;
      std::sort(members.begin(), members.end());
      out.push_back(std::move(members));
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  /// Over a few of each, so that large groups do not cost more.
  static double average(const Corpus& corpus, const std::vector<std::size_t>& a,
                        const std::vector<std::size_t>& b) {
    constexpr std::size_t kAsked = 5;
    double sum = 0;
    double pairs = 0;
    for (std::size_t i = 0; i < std::min(a.size(), kAsked); ++i) {
      for (std::size_t k = 0; k < std::min(b.size(), kAsked); ++k) {
        sum += corpus.similarity(a[i], b[k]);
        pairs += 1;
      }
    }
    return sum / pairs;
  }

  std::vector<std::size_t> cluster_;
  std::vector<std::vector<std::size_t>> members_;
};

}  // namespace

Stories group_stories(const std::vector<StoryNote>& notes, double similarity,
                      const std::function<void()>& poll) {
  Stories out;
  out.copy_of = find_copies(notes);
  const Corpus corpus(notes, out.copy_of);
  std::vector<Edge> edges = find_edges(corpus, notes.size(), similarity, poll);
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    if (a.value != b.value) return a.value > b.value;
    return a.a != b.a ? a.a < b.a : a.b < b.b;
  });
  Clusters clusters(notes.size());
  for (const Edge& edge : edges)
    clusters.join_if_alike(corpus, edge);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (out.copy_of[i] == notes.size()) continue;
    clusters.join(clusters.cluster_of(out.copy_of[i]), clusters.cluster_of(i));
  }
  out.groups = clusters.groups();
  return out;
}

}  // namespace weft
