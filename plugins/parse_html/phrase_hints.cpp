// SPDX-License-Identifier: Apache-2.0
/// Stock phrases of web pages: common wording of site furniture, no page's own.
#include "phrase_hints.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace weft {
namespace {

struct PhraseEntry {
  Phrase phrase;
  std::string_view text;
};

// Lower case. Latin phrases match at word borders.
constexpr auto kPhrases = std::to_array<PhraseEntry>({
    {Phrase::legal, "all rights reserved"},
    {Phrase::legal, "privacy policy"},
    {Phrase::legal, "terms of"},
    {Phrase::legal, "copyright"},
    {Phrase::legal, "©"},
    {Phrase::legal, "cookie"},
    {Phrase::legal, "cookies"},
    {Phrase::legal, "版权"},
    {Phrase::legal, "版權"},
    {Phrase::legal, "免责声明"},
    {Phrase::legal, "备案"},
    {Phrase::legal, "许可证"},
    {Phrase::legal, "隐私"},
    {Phrase::legal, "举报"},
    {Phrase::legal, "mentions légales"},
    {Phrase::legal, "datenschutz"},
    {Phrase::legal, "impressum"},
    {Phrase::legal, "disclaimer"},
    {Phrase::legal, "个人观点"},
    {Phrase::legal, "不代表"},
    {Phrase::sharing, "share"},
    {Phrase::sharing, "tweet"},
    {Phrase::sharing, "facebook"},
    {Phrase::sharing, "twitter"},
    {Phrase::sharing, "whatsapp"},
    {Phrase::sharing, "linkedin"},
    {Phrase::sharing, "pinterest"},
    {Phrase::sharing, "follow us"},
    {Phrase::sharing, "email this"},
    {Phrase::sharing, "copy link"},
    {Phrase::sharing, "print"},
    {Phrase::sharing, "分享"},
    {Phrase::sharing, "扫一扫"},
    {Phrase::sharing, "微信"},
    {Phrase::sharing, "微博"},
    {Phrase::sharing, "收藏"},
    {Phrase::sharing, "点赞"},
    {Phrase::sharing, "公众号"},
    {Phrase::sharing, "teilen"},
    {Phrase::sharing, "partager"},
    {Phrase::account, "log in"},
    {Phrase::account, "login"},
    {Phrase::account, "sign in"},
    {Phrase::account, "sign up"},
    {Phrase::account, "subscribe"},
    {Phrase::account, "register"},
    {Phrase::account, "newsletter"},
    {Phrase::account, "your email"},
    {Phrase::account, "password"},
    {Phrase::account, "my account"},
    {Phrase::account, "create account"},
    {Phrase::account, "登录"},
    {Phrase::account, "登錄"},
    {Phrase::account, "注册"},
    {Phrase::account, "订阅"},
    {Phrase::account, "客户端"},
    {Phrase::account, "下载app"},
    {Phrase::account, "关注"},
    {Phrase::related, "related"},
    {Phrase::related, "you may also"},
    {Phrase::related, "you might"},
    {Phrase::related, "recommended"},
    {Phrase::related, "more from"},
    {Phrase::related, "most popular"},
    {Phrase::related, "trending"},
    {Phrase::related, "see also"},
    {Phrase::related, "up next"},
    {Phrase::related, "latest"},
    {Phrase::related, "recent posts"},
    {Phrase::related, "similar"},
    {Phrase::related, "also bought"},
    {Phrase::related, "recently viewed"},
    {Phrase::related, "相关"},
    {Phrase::related, "推荐"},
    {Phrase::related, "推薦"},
    {Phrase::related, "热门"},
    {Phrase::related, "猜你喜欢"},
    {Phrase::related, "延伸阅读"},
    {Phrase::related, "排行"},
    {Phrase::related, "下一篇"},
    {Phrase::related, "上一篇"},
    {Phrase::related, "最新"},
    {Phrase::more, "read more"},
    {Phrase::more, "learn more"},
    {Phrase::more, "view more"},
    {Phrase::more, "show more"},
    {Phrase::more, "load more"},
    {Phrase::more, "see more"},
    {Phrase::more, "view all"},
    {Phrase::more, "see all"},
    {Phrase::more, "continue reading"},
    {Phrase::more, "更多"},
    {Phrase::more, "查看"},
    {Phrase::more, "阅读全文"},
    {Phrase::more, "展开"},
    {Phrase::more, "en savoir plus"},
    {Phrase::more, "mehr"},
    {Phrase::comments, "comment"},
    {Phrase::comments, "comments"},
    {Phrase::comments, "reply"},
    {Phrase::comments, "replies"},
    {Phrase::comments, "评论"},
    {Phrase::comments, "回复"},
    {Phrase::comments, "留言"},
    {Phrase::comments, "跟贴"},
    {Phrase::comments, "发表"},
    {Phrase::navigation, "skip to"},
    {Phrase::navigation, "home"},
    {Phrase::navigation, "menu"},
    {Phrase::navigation, "search"},
    {Phrase::navigation, "contact us"},
    {Phrase::navigation, "about us"},
    {Phrase::navigation, "back to"},
    {Phrase::navigation, "previous"},
    {Phrase::navigation, "next"},
    {Phrase::navigation, "首页"},
    {Phrase::navigation, "返回"},
    {Phrase::navigation, "当前位置"},
    {Phrase::navigation, "搜索"},
    {Phrase::navigation, "联系我们"},
    {Phrase::navigation, "关于我们"},
    {Phrase::navigation, "toggle"},
    {Phrase::navigation, "close"},
    {Phrase::navigation, "go to"},
    {Phrase::editing, "编辑"},
    {Phrase::editing, "責任編輯"},
    {Phrase::editing, "责编"},
    {Phrase::editing, "来源"},
    {Phrase::editing, "來源"},
    {Phrase::editing, "作者"},
    {Phrase::editing, "记者"},
    {Phrase::editing, "source:"},
    {Phrase::editing, "editor:"},
    {Phrase::editing, "published"},
    {Phrase::editing, "posted"},
    {Phrase::editing, "发布"},
    {Phrase::editing, "written by"},
    {Phrase::editing, "by"},
    {Phrase::editing, "author"},
    {Phrase::buying, "add to cart"},
    {Phrase::buying, "add to"},
    {Phrase::buying, "in stock"},
    {Phrase::buying, "out of stock"},
    {Phrase::buying, "buy now"},
    {Phrase::buying, "free shipping"},
    {Phrase::buying, "wishlist"},
    {Phrase::buying, "quantity"},
    {Phrase::buying, "checkout"},
    {Phrase::buying, "购买"},
    {Phrase::buying, "购物车"},
    {Phrase::buying, "add to basket"},
    {Phrase::buying, "sort by"},
    {Phrase::buying, "filter"},
    {Phrase::buying, "filters"},
    {Phrase::reading, "min read"},
    {Phrase::reading, "minutes read"},
    {Phrase::reading, "contents"},
    {Phrase::reading, "last updated"},
    {Phrase::reading, "updated"},
    {Phrase::reading, "views"},
    {Phrase::reading, "on this page"},
    {Phrase::reading, "阅读"},
    {Phrase::reading, "浏览"},
    {Phrase::reading, "字号"},
    {Phrase::reading, "目录"},
    {Phrase::reading, "ago"},
    {Phrase::advertising, "advertisement"},
    {Phrase::advertising, "advertising"},
    {Phrase::advertising, "sponsored"},
    {Phrase::advertising, "affiliate"},
    {Phrase::advertising, "广告"},
    {Phrase::advertising, "廣告"},
    {Phrase::advertising, "promo"},
    {Phrase::loading, "loading"},
    {Phrase::loading, "javascript"},
    {Phrase::loading, "your browser"},
    {Phrase::loading, "加载"},
    {Phrase::loading, "浏览器"},
    {Phrase::loading, "載入"},
    {Phrase::loading, "an error occurred"},
    {Phrase::loading, "no results"},
});

bool is_small_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool stands_in(std::string_view text, std::string_view phrase) {
  for (std::size_t at = text.find(phrase); at != std::string_view::npos;
       at = text.find(phrase, at + 1)) {
    if (static_cast<unsigned char>(phrase.front()) >= 0x80) return true;
    const std::size_t end = at + phrase.size();
    const bool starts = at == 0 || !is_small_letter_byte(text[at - 1]);
    const bool ends = end == text.size() || !is_small_letter_byte(text[end]);
    if (starts && ends) return true;
  }
  return false;
}

}  // namespace

PhraseSet phrases_in(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  PhraseSet found = 0;
  for (const PhraseEntry& entry : kPhrases) {
    if ((found & phrase_bit(entry.phrase)) == 0 && stands_in(lower, entry.text))
      found |= phrase_bit(entry.phrase);
  }
  return found;
}

}  // namespace weft
