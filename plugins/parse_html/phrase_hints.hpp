// SPDX-License-Identifier: Apache-2.0
/// What the words of a short block say it is for: sharing, legal notices, sign-up, related links,
/// ...
#pragma once

#include <cstdint>
#include <string_view>

namespace weft {

/// Purposes told by stock phrases of web pages, in several languages.
enum class Phrase : std::uint8_t {
  legal,        ///< "All rights reserved", "Privacy Policy", 版权所有
  sharing,      ///< "Share", "Tweet", 分享
  account,      ///< "Log in", "Subscribe", 注册
  related,      ///< "Related articles", "You may also like", 相关阅读
  more,         ///< "Read more", 阅读全文
  comments,     ///< "Leave a comment", "5 replies", 评论
  navigation,   ///< "Skip to content", "Home", 首页
  editing,      ///< "Editor:", 责任编辑, "Source:"
  buying,       ///< "Add to cart", "In stock", 立即购买
  reading,      ///< "min read", "Table of contents", "Last updated"
  advertising,  ///< "Advertisement", 广告
  loading,      ///< "Loading...", "enable JavaScript"
};
constexpr std::size_t kPhraseCount = 12;
using PhraseSet = std::uint16_t;

constexpr PhraseSet phrase_bit(Phrase phrase) {
  return static_cast<PhraseSet>(1U << static_cast<unsigned>(phrase));
}

/// The purposes whose phrases stand in `text`, which should be a line rather than a paragraph. Any
/// thread.
PhraseSet phrases_in(std::string_view text);

}  // namespace weft
