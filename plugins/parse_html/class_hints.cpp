// SPDX-License-Identifier: Apache-2.0
/// Splits class and id values into words ("relatedPosts" is "related" and "posts") and looks each
/// up.
#include "class_hints.hpp"

#include <string>
#include <unordered_map>

#include "html_tokens.hpp"

namespace weft {
namespace {

struct HintWords {
  Hint hint;
  std::string_view words;
};

// Words seen in the class names of pages in general; pinyin for Chinese sites.
constexpr auto kHintWords = std::to_array<HintWords>({
    {Hint::content,
     "content contents article articles articlebody articlecontent body post posts postbody entry "
     "story text txt main maincontent detail details richtext rte prose markdown wysiwyg copy con "
     "zhengwen neirong wenzhang paragraph blog news description desc passage essay doc docs lemma "
     "mw editorial cont rich section textblock contentbody hentry"},
    {Hint::comment,
     "comment comments commentlist reply replies respond disqus pinglun commenting feedback "
     "livefyre responses"},
    {Hint::forum,
     "message messages thread threads topic topics answer answers question questions forum floor "
     "bbs discussion postmessage viewthread postlist qa"},
    {Hint::navigation,
     "nav navigation menu menus submenu breadcrumb breadcrumbs crumb crumbs pagination pager "
     "paging "
     "pagenav toc sitemap navbar topbar toolbar masthead dropdown tabs skip skiplink navi daohang "
     "topnav subnav megamenu hamburger header head top links sitenav mianbao position location"},
    {Hint::side,
     "sidebar side aside widget widgets related recommend recommended recommendation "
     "recommendations more similar popular trending latest recirc teaser teasers hot rank ranking "
     "xiangguan tuijian rail also next prev previous readmore relate relevant suggested right left "
     "recent mostread upsell crosssell"},
    {Hint::footer,
     "footer foot footnav copyright legal bottom colophon disclaimer contentinfo banquan foots "
     "statement"},
    {Hint::social,
     "share sharing shares social facebook twitter weibo weixin wechat qrcode follow like likes "
     "subscribe subscription newsletter addthis addtoany sharethis bookmark fenxiang print email "
     "vote votes toolbox tools actions action"},
    {Hint::dialog,
     "modal popup overlay cookie cookies consent gdpr login signin signup register dialog alert "
     "notice toast tooltip form search lightbox drawer paywall cta button btn onetrust captcha"},
    {Hint::advertising,
     "ad ads adv advert advertisement advertising sponsor sponsored promo promotion promoted "
     "banner guanggao dfp adsense donate outbrain taboola affiliate offer"},
    {Hint::meta,
     "meta byline author authors date time tags tag category categories info source editor "
     "published posted user username avatar profile bio credit rating views timestamp postmeta "
     "entrymeta biography signature stats laiyuan zuozhe"},
    {Hint::product,
     "product products price sku cart review reviews spec specs specification specifications "
     "features feature variant shop overview attributes buy stock shipping addtocart"},
    {Hint::listing,
     "list listing listings item items card cards grid results result catalog collection feed "
     "stream tile tiles archive index loop row"},
    {Hint::media,
     "caption image images img figure gallery video player photo photos slider carousel swiper "
     "slide slides slideshow thumbnail thumb media tupian pic"},
    {Hint::hidden,
     "hidden hide sr visuallyhidden collapse collapsed offscreen invisible accessibility "
     "screenreader assistive noprint noshow"},
});

std::unordered_map<std::string_view, HintSet> index_words() {
  std::unordered_map<std::string_view, HintSet> index;
  for (const HintWords& entry : kHintWords) {
    std::size_t at = 0;
    while (at < entry.words.size()) {
      const std::size_t end = std::min(entry.words.find(' ', at), entry.words.size());
      index[entry.words.substr(at, end - at)] |= hint_bit(entry.hint);
      at = end + 1;
    }
  }
  return index;
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

HintSet hints_in(std::string_view names) {
  static const std::unordered_map<std::string_view, HintSet> index = index_words();
  constexpr std::size_t kLongest = 512;
  names = names.substr(0, kLongest);
  HintSet hints = 0;
  std::string word;
  const auto look_up = [&] {
    if (const auto found = index.find(word); found != index.end()) hints |= found->second;
    word.clear();
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    const char c = names[i];
    if (is_upper(c)) {
      if (i > 0 && is_lower(names[i - 1])) look_up();
      word.push_back(static_cast<char>(c - 'A' + 'a'));
    } else if (is_lower(c)) {
      word.push_back(c);
    } else if (!word.empty()) {
      look_up();
    }
  }
  look_up();
  return hints;
}

HintSet hints_of_tag(Tag tag) {
  switch (tag) {
    case Tag::nav:
    case Tag::header:
      return hint_bit(Hint::navigation);
    case Tag::aside:
      return hint_bit(Hint::side);
    case Tag::footer:
      return hint_bit(Hint::footer);
    case Tag::dialog:
    case Tag::form:
    case Tag::button:
      return hint_bit(Hint::dialog);
    case Tag::figure:
    case Tag::figcaption:
      return hint_bit(Hint::media);
    case Tag::address:
    case Tag::time:
      return hint_bit(Hint::meta);
    default:
      return 0;
  }
}

HintSet hints_of_role(std::string_view role) {
  if (role == "navigation" || role == "banner" || role == "menu" || role == "menubar")
    return hint_bit(Hint::navigation);
  if (role == "complementary") return hint_bit(Hint::side);
  if (role == "contentinfo") return hint_bit(Hint::footer);
  if (role == "dialog" || role == "alertdialog" || role == "search" || role == "alert")
    return hint_bit(Hint::dialog);
  return role == "main" || role == "article" ? hint_bit(Hint::content) : HintSet{0};
}

}  // namespace

HintSet hints_of(const HtmlTree& tree, const HtmlNode& node) {
  HintSet hints = hints_of_tag(node.tag);
  for (const HtmlAttribute& attribute : tree.attributes(node)) {
    if (attribute.name == "class" || attribute.name == "id" || attribute.name == "itemprop")
      hints |= hints_in(attribute.value);
    else if (attribute.name == "role")
      hints |= hints_of_role(attribute.value);
  }
  return hints;
}

bool is_hidden(const HtmlTree& tree, const HtmlNode& node) {
  for (const HtmlAttribute& attribute : tree.attributes(node)) {
    if (attribute.name == "hidden") return true;
    if (attribute.name == "aria-hidden" && attribute.value == "true") return true;
    if (attribute.name != "style") continue;
    const std::size_t display = find_ignoring_case(attribute.value, "display");
    if (display != std::string_view::npos &&
        find_ignoring_case(attribute.value.substr(display, 20), "none") != std::string_view::npos)
      return true;
    const std::size_t visibility = find_ignoring_case(attribute.value, "visibility");
    if (visibility != std::string_view::npos &&
        find_ignoring_case(attribute.value.substr(visibility, 24), "hidden") !=
            std::string_view::npos)
      return true;
  }
  return false;
}

}  // namespace weft
