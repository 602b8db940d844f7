// SPDX-License-Identifier: Apache-2.0
/// Features of three kinds: of the block itself, of the elements around it, of the blocks beside
/// it.
#include "block_features.hpp"

#include <algorithm>
#include <cmath>

#include "letters.hpp"
#include "phrase_hints.hpp"

namespace weft {
namespace {

constexpr float kFar = 16;

float share(float part, float whole) {
  return whole > 0 ? part / whole : 0;
}
float as_float(std::size_t n) {
  return static_cast<float>(n);
}
float damped(float n) {
  return std::log1p(std::max(0.F, n));
}
float as_flag(bool b) {
  return b ? 1.F : 0.F;
}

// A block's element as a small number, ordered from prose to controls so that trees can cut it.
float kind_number(Tag tag) {
  if (heading_level(tag) > 0) return 2;
  switch (tag) {
    case Tag::p:
      return 0;
    case Tag::blockquote:
      return 1;
    case Tag::pre:
      return 3;
    case Tag::dt:
    case Tag::dd:
      return 4;
    case Tag::li:
      return 5;
    case Tag::td:
    case Tag::th:
      return 6;
    case Tag::figcaption:
    case Tag::caption:
      return 7;
    case Tag::summary:
    case Tag::legend:
      return 9;
    case Tag::button:
    case Tag::label:
    case Tag::option:
    case Tag::select:
    case Tag::textarea:
      return 10;
    default:
      return 8;
  }
}

class Describer {
 public:
  Describer(const PageProfile& profile, const PageHints& hints)
      : profile_(profile),
        tree_(profile.tree()),
        page_(profile.page()),
        structured_(hints.structured_text),
        title_words_(word_hashes(hints.title)) {
    for (std::uint32_t node = profile_.best_node(); node != kNoNode; node = tree_[node].parent)
      best_path_.push_back(node);
    sum_page();
  }

  std::vector<FeatureVector> run() {
    std::vector<FeatureVector> vectors(page_.blocks.size());
    for (std::uint32_t i = 0; i < vectors.size(); ++i) {
      FeatureVector& f = vectors[i];
      describe_text(i, f);
      describe_words(i, f);
      describe_ancestors(i, f);
      describe_containers(i, f);
      describe_place(i, f);
      describe_page(f);
    }
    for (std::uint32_t i = 0; i < vectors.size(); ++i)
      describe_neighbours(i, vectors);
    return vectors;
  }

 private:
  void sum_page() {
    float wide = 0;
    float characters = 0;
    for (std::uint32_t i = 0; i < page_.blocks.size(); ++i) {
      const TextStats& stats = page_.blocks[i].stats;
      wide += static_cast<float>(stats.wide);
      characters += static_cast<float>(stats.characters);
      if (i >= profile_.window_begin() && i < profile_.window_end())
        window_length_ += stats.length();
    }
    wide_share_ = share(wide, characters);
    for (const HtmlNode& node : tree_.nodes())
      articles_ += node.tag == Tag::article ? 1 : 0;
  }

  void describe_text(std::uint32_t i, FeatureVector& f) const {
    const TextStats& stats = page_.blocks[i].stats;
    const auto characters = static_cast<float>(stats.characters);
    f[Feature::length] = stats.length();
    f[Feature::link_density] = share(static_cast<float>(stats.linked), characters);
    f[Feature::stops] = static_cast<float>(stats.stops);
    f[Feature::commas] = share(static_cast<float>(stats.commas), stats.length());
    f[Feature::ends_sentence] = as_flag(stats.ends_sentence);
    f[Feature::capitals] = share(static_cast<float>(stats.capitals), characters);
    f[Feature::digits] = share(static_cast<float>(stats.digits), characters);
    f[Feature::bold] = share(static_cast<float>(stats.bold), characters);
    f[Feature::wide] = share(static_cast<float>(stats.wide), characters);
    const std::string_view text = page_.of(page_.blocks[i]);
    f[Feature::lines] =
        as_float(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
    f[Feature::copies] = static_cast<float>(profile_.copies(i));
    const Tag tag = tree_[page_.blocks[i].node].tag;
    f[Feature::kind] = kind_number(tag);
    f[Feature::heading_level] = static_cast<float>(heading_level(tag));
  }

  void describe_words(std::uint32_t i, FeatureVector& f) {
    constexpr float kLine = 30;
    constexpr std::uint32_t kMost = 20'000;  // a page of more blocks is made to be slow
    const std::string_view text = page_.of(page_.blocks[i]);
    if (f[Feature::length] <= kLine && i < kMost) {
      const PhraseSet phrases = phrases_in(text);
      for (std::size_t p = 0; p < kPhraseCount; ++p)
        f.values.at(static_cast<std::size_t>(Feature::word_legal) + p) =
            as_flag((phrases & (1U << p)) != 0);
    }
    f[Feature::title_overlap] = title_overlap(text, f[Feature::length]);
    f[Feature::structured] = as_flag(is_structured(text));
  }

  float title_overlap(std::string_view text, float length) const {
    constexpr float kLongTitle = 40;
    if (length > kLongTitle || title_words_.empty()) return 0;
    const std::vector<std::uint64_t> words = word_hashes(text);
    std::size_t common = 0;
    for (const std::uint64_t word : words)
      common += std::binary_search(title_words_.begin(), title_words_.end(), word) ? 1U : 0U;
    return share(as_float(common), as_float(words.size()));
  }

  bool is_structured(std::string_view text) const {
    constexpr std::size_t kEnough = 24;
    if (structured_.empty()) return false;
    const std::string letters = letters_only(text);
    return letters.size() >= kEnough && structured_.find(letters) != std::string_view::npos;
  }

  void describe_ancestors(std::uint32_t i, FeatureVector& f) const {
    for (std::size_t h = 0; h < kHintCount; ++h)
      f.values.at(static_cast<std::size_t>(Feature::near_content) + h) = kFar;
    float level = 0;
    for (std::uint32_t node = page_.blocks[i].node; node != kNoNode; node = tree_[node].parent) {
      const HintSet hints = profile_.hints(node);
      for (std::size_t h = 0; h < kHintCount && hints != 0; ++h) {
        float& nearest = f.values.at(static_cast<std::size_t>(Feature::near_content) + h);
        if ((hints & (1U << h)) != 0) nearest = std::min(nearest, level);
      }
      mark_element(tree_[node].tag, f);
      if (profile_.hidden(node)) f[Feature::hidden] = 1;
      level += 1;
    }
    f[Feature::depth] = level;
    for (const InlineRange& range : page_.inlines_of(page_.blocks[i])) {
      if (tree_[range.node].tag == Tag::a && range.begin == page_.blocks[i].begin &&
          range.end == page_.blocks[i].end)
        f[Feature::whole_link] = 1;
    }
  }

  static void mark_element(Tag tag, FeatureVector& f) {
    switch (tag) {
      case Tag::article:
        f[Feature::in_article] = 1;
        break;
      case Tag::main:
        f[Feature::in_main] = 1;
        break;
      case Tag::nav:
        f[Feature::in_nav] = 1;
        break;
      case Tag::header:
        f[Feature::in_header] = 1;
        break;
      case Tag::footer:
        f[Feature::in_footer] = 1;
        break;
      case Tag::aside:
        f[Feature::in_aside] = 1;
        break;
      case Tag::form:
        f[Feature::in_form] = 1;
        break;
      case Tag::table:
        f[Feature::in_table] = 1;
        break;
      case Tag::ul:
      case Tag::ol:
      case Tag::dl:
        f[Feature::in_list] += 1;
        break;
      case Tag::noscript:
        f[Feature::in_noscript] = 1;
        break;
      default:
        break;
    }
  }

  // The parent, and the closest ancestor that holds clearly more than this block.
  void describe_containers(std::uint32_t i, FeatureVector& f) const {
    constexpr std::uint32_t kGroup = 4;
    std::uint32_t parent = page_.blocks[i].node;
    if (profile_.sums(parent).blocks <= 1 && tree_[parent].parent != kNoNode)
      parent = tree_[parent].parent;
    const SubtreeSums& near = profile_.sums(parent);
    f[Feature::parent_length] = damped(near.length);
    f[Feature::parent_link_density] = share(near.linked, near.length);
    f[Feature::parent_blocks] = damped(static_cast<float>(near.blocks));
    f[Feature::parent_gain] = share(near.gain, near.length);
    std::uint32_t group = parent;
    while (profile_.sums(group).blocks < kGroup && tree_[group].parent != kNoNode)
      group = tree_[group].parent;
    const SubtreeSums& wide = profile_.sums(group);
    f[Feature::group_length] = damped(wide.length);
    f[Feature::group_link_density] = share(wide.linked, wide.length);
    f[Feature::group_blocks] = damped(static_cast<float>(wide.blocks));
    f[Feature::group_gain] = share(wide.gain, wide.length);
    const Repetition& repetition = profile_.repetition(i);
    f[Feature::template_blocks] = damped(static_cast<float>(repetition.blocks));
    f[Feature::template_length] = damped(repetition.length / static_cast<float>(repetition.blocks));
    f[Feature::template_link_density] = share(repetition.linked, repetition.length);
  }

  // Where the block lies relative to the densest subtree, the densest run, and the headings.
  void describe_place(std::uint32_t i, FeatureVector& f) {
    std::uint32_t node = page_.blocks[i].node;
    while (node != kNoNode &&
           std::find(best_path_.begin(), best_path_.end(), node) == best_path_.end()) {
      node = tree_[node].parent;
    }
    const auto meeting = std::find(best_path_.begin(), best_path_.end(), node);
    const auto below = as_float(static_cast<std::size_t>(meeting - best_path_.begin()));
    const bool inside = is_inside(page_.blocks[i].node, profile_.best_node());
    f[Feature::in_best] = as_flag(inside);
    f[Feature::best_distance] = inside ? 0 : below;
    f[Feature::best_share] =
        share(profile_.sums(profile_.best_node()).length, profile_.sums(0).length);
    const bool in_window = i >= profile_.window_begin() && i < profile_.window_end();
    f[Feature::in_window] = as_flag(in_window);
    if (!in_window) {
      f[Feature::window_distance] = i < profile_.window_begin()
                                        ? -damped(static_cast<float>(profile_.window_begin() - i))
                                        : damped(static_cast<float>(i + 1 - profile_.window_end()));
    }
    f[Feature::position] = share(as_float(i), as_float(page_.blocks.size()));
    describe_section(i, f);
  }

  bool is_inside(std::uint32_t node, std::uint32_t ancestor) const {
    return node >= ancestor && node < tree_[ancestor].end_node;
  }

  void describe_section(std::uint32_t i, FeatureVector& f) {
    if (f[Feature::heading_level] > 0) {
      section_ = i;
      section_related_ = f[Feature::word_related] + f[Feature::word_more];
      section_comments_ = f[Feature::word_comments];
      section_other_ = f[Feature::word_account] + f[Feature::word_sharing] +
                       f[Feature::word_navigation] + f[Feature::word_legal] +
                       f[Feature::word_advertising];
    }
    if (f[Feature::title_overlap] > 0.7F && f[Feature::heading_level] == 1) title_ = i;
    f[Feature::since_heading] = static_cast<float>(i - section_);
    f[Feature::section_related] = section_related_;
    f[Feature::section_comments] = section_comments_;
    f[Feature::section_other] = section_other_;
    f[Feature::since_title] = title_ == kNoNode ? -1 : damped(static_cast<float>(i - title_));
  }

  void describe_page(FeatureVector& f) const {
    const SubtreeSums& all = profile_.sums(0);
    f[Feature::page_length] = damped(all.length);
    f[Feature::page_link_density] = share(all.linked, all.length);
    f[Feature::page_blocks] = damped(static_cast<float>(all.blocks));
    f[Feature::page_sentences] = share(all.sentences, static_cast<float>(all.blocks));
    f[Feature::page_wide] = wide_share_;
    f[Feature::page_articles] = damped(articles_);
    f[Feature::page_window_share] = share(window_length_, all.length);
  }

  void describe_neighbours(std::uint32_t i, std::vector<FeatureVector>& vectors) const {
    FeatureVector& f = vectors[i];
    if (i > 0) {
      f[Feature::before_length] = vectors[i - 1][Feature::length];
      f[Feature::before_link_density] = vectors[i - 1][Feature::link_density];
    }
    if (i + 1 < vectors.size()) {
      f[Feature::after_length] = vectors[i + 1][Feature::length];
      f[Feature::after_link_density] = vectors[i + 1][Feature::link_density];
    }
    constexpr std::uint32_t kNear = 3;
    constexpr std::uint32_t kWide = 10;
    f[Feature::before_gain] = mean_gain(i > kNear ? i - kNear : 0, i);
    f[Feature::after_gain] = mean_gain(i + 1, i + 1 + kNear);
    f[Feature::near_gain] = mean_gain(i > kNear ? i - kNear : 0, i + 1 + kNear);
    f[Feature::wide_gain] = mean_gain(i > kWide ? i - kWide : 0, i + 1 + kWide);
  }

  float mean_gain(std::uint32_t begin, std::uint32_t end) const {
    end = std::min(end, static_cast<std::uint32_t>(page_.blocks.size()));
    float sum = 0;
    for (std::uint32_t i = begin; i < end; ++i)
      sum += std::min(profile_.gain(i), 30.F);
    return end > begin ? sum / static_cast<float>(end - begin) : 0;
  }

  const PageProfile& profile_;
  const HtmlTree& tree_;
  const PageText& page_;
  std::string_view structured_;
  std::vector<std::uint64_t> title_words_;
  std::vector<std::uint32_t> best_path_;
  float window_length_ = 0;
  float wide_share_ = 0;
  float articles_ = 0;
  std::uint32_t section_ = 0;
  std::uint32_t title_ = kNoNode;
  float section_related_ = 0;
  float section_comments_ = 0;
  float section_other_ = 0;
};

}  // namespace

std::array<std::string_view, kFeatureCount> feature_names() {
  return {
#define WEFT_FEATURE_NAME(name) #name,
      WEFT_BLOCK_FEATURES(WEFT_FEATURE_NAME)
#undef WEFT_FEATURE_NAME
  };
}

std::vector<FeatureVector> describe_blocks(const PageProfile& profile, const PageHints& hints) {
  return Describer(profile, hints).run();
}

}  // namespace weft
