// SPDX-License-Identifier: Apache-2.0
/// Wordings of page furniture in English, Chinese and some other languages.

#include "furniture_words.hpp"

#include "furniture.hpp"

namespace weft::plain {
namespace {

// clang-format off

constexpr Wordings kFurniture[] = {
    // Something that a script should have replaced.
    {kReasonLoading,
     "loading | loading... | loading *... | loading, please wait* | please wait* | "
     "now loading* | 正在加载* | 正在载入* | 加载中* | 载入中* | 读取中* | 数据加载* | "
     "内容加载* | 请稍候* | 请稍等* | 読み込み中* | 로딩 중* | wird geladen* | chargement* | "
     "cargando* | загрузка* | *enable javascript* | *启用javascript*"},
    // Sign-up boxes; signup.cpp looks at what follows such a heading.
    {kReasonNewsletter,
     "sign up for* | sign up to* | sign up *newsletter* | subscribe to * | subscribe now* | "
     "subscribe | get * newsletter* | get * briefing* | get * in your inbox* | "
     "get * delivered* | get the latest * | join our mailing list* | join * newsletter* | "
     "newsletter | newsletters | email newsletter* | "
     "email updates* | thank you for subscribing* | thanks for signing up* | 获取*简报* | "
     "获取*通讯* | 获取*推送* | 获取*最新* | 接收*简报* | 接收*通讯* | 接收*邮件* | 订阅*简报* | "
     "订阅*通讯* | 订阅*邮件* | 订阅*周报* | 订阅*日报* | 订阅*电子报* | 订阅*新闻信* | "
     "订阅我们* | 订阅本* | 订阅 | 立即订阅* | 免费订阅* | 邮件订阅* | 邮箱订阅* | 订阅邮件* | "
     "订阅电子报* | 订阅新闻信* | 电子报订阅* | 注册*通讯* | 注册*简报* | 注册*邮件* | "
     "加入*邮件列表* | 加入*订阅* | 报名*通讯* | 登记*通讯* | "
     "*newsletter abonnieren* | *newsletter*anmelden* | inscrivez-vous* | suscríbete* | "
     "подпишитесь* | подписаться* | メールマガジン*"},
    // Embedded players, and headings over them.
    {kReasonVideo,
     "video from * | video from | videos from * | more videos* | "
     "featured video* | related video* | recommended video* | watch now* | watch: * | "
     "watch the video* | watch more* | watch on * | play video* | video player* | video: * | "
     "video | listen: * | listen to this * | listen now* | podcast | podcast: * | 来自*视频 | "
     "来自*的视频* | 来自*的影片* | *出品的视频 | 相关视频* | 推荐视频* | 精选视频* | "
     "更多视频* | 相关影片* | 更多影片* | 精选影片* | 观看视频* | 观看影片* | 点击观看* | "
     "播放视频* | 视频:* | 影片:* | 视频 | 影片 | 视频加载失败* | 收听*播客* | 播客 | "
     "video von * | vidéo: * | видео: *"},
    {kReasonForm,
     "enter your e*mail* | your email* | your e-mail* | email address* | e-mail address* | "
     "email: | password*: | username*: | first name* | last name* | submit | search | "
     "search *... | search for: | search this site* | log in | login | sign in | "
     "sign in *register* | register | create an account* | forgot * password* | 输入*邮件地址* | "
     "输入*邮箱* | 请输入* | 您的邮箱* | 您的邮件地址* | 你的邮箱* | 电子邮件地址* | 电邮地址* | "
     "邮箱地址* | 用户名*: | 密码*: | 搜索 | 搜寻 | 站内搜索* | 登录 | 登入 | 注册 | "
     "登录*注册* | 提交 | ihre e-mail* | votre adresse e-mail*"},
    // Share and follow buttons; rows of network names are counted in furniture.cpp.
    {kReasonSocial,
     "share | share this* | share on * | share via * | share:* | share article* | follow us* | "
     "follow * on twitter* | follow * on facebook* | follow * on instagram* | find us on * | "
     "like us on * | connect with us* | tweet this* | copy link* | 分享 | 分享到* | 分享至* | "
     "分享本文* | 分享文章* | 分享:* | 转发到* | 关注我们* | 追踪我们* | 扫码*关注* | "
     "扫描*二维码* | 长按*二维码* | 微信扫* | 打开微信* | 复制链接* | 点赞* | *微信公众号:* | "
     "teilen | partager | compartir | поделиться*"},
    // Ways to other pages.
    {kReasonNavigation,
     "home | menu | back to top* | skip to * | next article* | previous article* | next page* | "
     "previous page* | next post* | previous post* | previous:* | site map | sitemap | "
     "about us | contact us | continue reading* | read more | show more | load more* | "
     "view all* | see all* | 首页 | 主页 | 返回首页* | 返回顶部* | 回到顶部* | 返回列表* | "
     "上一篇* | 下一篇* | 上一页* | 下一页* | 当前位置:* | 您的位置:* | 您现在的位置* | "
     "你的位置:* | 网站地图* | 联系我们* | 阅读全文* | 阅读更多* | 查看全文* | 查看更多* | "
     "点击查看* | 点击阅读* | 展开全文* | 展开更多* | 加载更多* | 更多>>* | "
     "startseite | nach oben"},
    // Other articles.
    {kReasonRelated,
     "related | related articles* | related stories* | related posts* | related content* | "
     "related topics* | related links* | related news* | related: * | related coverage* | "
     "read more: * | read also* | read next* | also read* | see also: * | more from * | more stories* | most read | most popular | most viewed | trending | "
     "trending now | popular posts | recent posts | latest news | top stories | recommended | "
     "recommended for you* | recommended reading* | you may also like* | you might also like* | "
     "editors' picks | editor's picks | further reading | 相关阅读* | 相关新闻* | 相关文章* | "
     "相关报道* | 相关链接* | 相关推荐* | 相关内容 | 相关主题 | 延伸阅读* | 更多阅读* | "
     "拓展阅读* | 推荐阅读* | 推荐文章* | 推荐新闻* | 热门文章* | 热门新闻* | 热门推荐* | "
     "热门话题* | 热点推荐* | 最新文章* | 最新新闻 | 最新消息 | 精彩推荐* | 编辑推荐* | "
     "编辑精选* | 猜你喜欢* | 你可能*喜欢* | 您可能*感兴趣* | 更多新闻* | 更多文章* | "
     "更多报道* | 大家都在看* | 排行榜 | 点击排行* | 阅读排行* | lesen sie auch* | lire aussi* | "
     "читайте также* | 関連記事*"},
    // Readers' comments.
    {kReasonComments,
     "comments | comment | no comments* | leave a reply* | leave a comment* | post a comment* | "
     "add a comment* | join the conversation* | view comments* | show comments* | "
     "comments are closed* | 评论 | 发表评论* | 发布评论* | 查看评论* | 网友评论* | 最新评论* | "
     "热门评论* | 全部评论* | 我要评论* | 参与评论* | 文明上网* | 留言板* | 暂无评论*"},
    {kReasonAdvertisement,
     "advertisement | advertisements | advertising | ad | sponsored | sponsored content* | "
     "promoted content* | paid post* | skip advertisement* | article continues * | "
     "story continues * | scroll to continue* | 广告 | 广告*继续阅读* | 赞助内容* | 跳过广告* | "
     "下载*app* | *app内打开* | 打开app* | download our app* | download the app* | anzeige | "
     "werbung | publicité | publicidad | реклама"},
    // Owners and conditions.
    {kReasonLegal,
     "©* | (c) * | copyright* | *all rights reserved* | terms of use* | terms of service* | "
     "terms and conditions* | privacy policy* | disclaimer:* | the views expressed * | "
     "views expressed * | 版权所有* | *版权所有 | 版权归* | 版权声明* | *保留所有权利* | "
     "*版权所有*不得转载* | 未经*授权* | 未经*许可* | 转载请* | *转载请注明* | *转载请联系* | "
     "免责声明* | 特别声明* | 声明:* | 本文*仅代表作者* | *不代表本*立场* | 以上*仅代表*观点* | "
     "隐私政策* | 服务条款* | 使用条款* | *icp备* | *公网安备* | 举报电话* | 举报邮箱* | "
     "alle rechte vorbehalten* | tous droits réservés* | все права защищены*"},
    {kReasonConsent,
     "*we use cookies* | *uses cookies* | accept all* | accept cookies* | cookie settings* | "
     "cookie policy* | *使用*cookie* | 接受所有*"},
    // Buttons and counters over and under an article.
    {kReasonTools,
     "print | print this* | print article* | email this* | save article* | save for later* | "
     "bookmark*this* | font size* | listen | listen · * | * min read | * minute read | * minutes to read | "
     "reading time* | report this* | 打印 | 打印本* | 打印*字号* | 字号* | 字体:* | 字体大小* | "
     "收藏 | 收藏本文* | 加入收藏* | 举报 | 纠错* | 关闭窗口* | 关闭 | 听全文* | 听新闻*"},
    {kReasonTags,
     "tags | tags:* | tagged*:* | filed under* | keywords:* | 标签*:* | 标签 | 关键词:* | "
     "关键字:*"},
    {kReasonNotice,
     "for immediate release* | embargoed until* | breaking news | this article was amended* | "
     "this article was updated* | this article has been updated* | this story was updated* | "
     "this story has been updated* | this article was corrected* | an earlier version of this * | "
     "a previous version of this * | this interview has been edited* | "
     "this interview was edited* | this conversation has been edited* | 本文有删节* | 本文略有删改*"},
    {kReasonContact,
     "media contact* | press contact* | 媒体联系* | 新闻联系人*"},
};

constexpr std::string_view kPromotions =
    "*inbox* | *delivered* | *sign up* | *unsubscribe* | *subscri* | *newsletter* | "
    "*privacy policy* | * our * | *every morning* | *every week* | *you agree* | "
    "*latest news* | *收件箱* | *邮箱* | *我们的* | *由我们* | *最新消息* | *最新报道* | "
    "*最新资讯* | *订阅* | *邮件* | *简报* | *通讯* | *您* | *每天早* | *每个工作日* | *每周* | "
    "*精选* | *推送* | *隐私* | *postfach* | *boîte mail*";

constexpr std::string_view kBioHeadings =
    "about the author* | about the authors* | about the writer* | about the contributor* | "
    "author bio* | author biography | about this author* | the author | 关于作者* | 作者简介* | "
    "作者介绍* | 作者信息* | 本文作者:* | 译者简介* | 关于译者* | 著者略歴* | über den autor* | "
    "über die autorin* | à propos de l'auteur* | об авторе* | sobre el autor* | "
    "about the translator*";

constexpr std::string_view kAboutSiteHeadings =
    "about us | about this site* | who we are | our mission | 关于我们 | 关于本站* | "
    "关于本网* | 网站简介* | 本站简介* | 本网简介* | über uns | о нас";

constexpr std::string_view kSiteNames =
    "* times | * daily | * post | * herald | * journal | * gazette | * tribune | * news | "
    "* weekly | * review | * observer | * chronicle | * courier | * dispatch | * monitor | "
    "*.com | *.org | *.net | *新闻网 | *日报 | *晚报 | *时报 | *周刊 | *周报 | *新闻社 | "
    "*通讯社 | *新闻 | *网 | *邮报 | *早报 | *商报 | *杂志 | *在线 | *论坛 | *中文网";

constexpr std::string_view kKickers =
    "news | world | opinion | politics | business | technology | science | culture | sports | "
    "health | analysis | feature | features | commentary | editorial | exclusive | travel | "
    "books | arts | local | international | economy | education | climate | environment | "
    "media | style | food | 国际 | 国内 | 时事 | 政治 | 经济 | 财经 | 科技 | 文化 | 观点 | "
    "评论 | 社会 | 体育 | 教育 | 专栏 | 新闻 | 要闻 | 中国 | 世界 | 美国 | 深度 | 特写 | 商业 | "
    "健康 | 生活 | 娱乐 | 环球 | 专题 | 独家 | 两岸 | 港闻 | 军事 | 博客 | 读书 | 艺术 | 原创";

constexpr std::string_view kNetworks =
    "facebook | twitter | linkedin | instagram | youtube | pinterest | whatsapp | telegram | "
    "reddit | tumblr | tiktok | weibo | wechat | rss | mastodon | bluesky | flipboard | 微博 | "
    "微信 | 新浪微博 | 朋友圈 | 抖音 | 豆瓣 | 知乎 | 脸书 | 领英 | 小红书 | 哔哩哔哩 | 快手";
constexpr std::string_view kButtonWords =
    "x | email | e-mail | mail | messenger | line | qq | snapchat | threads | vk | viber | "
    "douban | qzone | print | share | tweet | pin | link | copy | vimeo | flickr | github | "
    "medium | xing | pocket | 空间 | 推特 | qq空间 | 微信好友 | 复制链接 | 打印 | 关注 | 分享";

// clang-format on

}  // namespace

std::span<const Wordings> furniture_wordings() {
  return kFurniture;
}
std::string_view promotion_wordings() {
  return kPromotions;
}
std::string_view bio_headings() {
  return kBioHeadings;
}
std::string_view about_site_headings() {
  return kAboutSiteHeadings;
}
std::string_view site_name_wordings() {
  return kSiteNames;
}
std::string_view kickers() {
  return kKickers;
}
std::string_view network_words() {
  return kNetworks;
}
std::string_view button_words() {
  return kButtonWords;
}

}  // namespace weft::plain
