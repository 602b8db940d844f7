// SPDX-License-Identifier: Apache-2.0
/// Surnames, offices and verbs of saying, and the dictionary's word on what is left.
#include "han_names.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "weft/text/han_variant.hpp"
#include "weft/text/script.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

using Points = std::u32string_view;

// All lists are in simplified form.
constexpr Points kSurnames =
    U"王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕"
    U"丁任"
    U"沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武"
    U"戴莫孔"
    U"汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪"
    U"梅童凌"
    U"毕裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项"
    U"芦麦"
    U"褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞"
    U"敖巩";
constexpr auto kTwoSurnames =
    std::to_array<Points>({U"欧阳", U"司马", U"上官", U"诸葛", U"夏侯", U"东方", U"皇甫", U"尉迟",
                           U"公孙", U"令狐", U"慕容", U"司徒", U"端木", U"南宫", U"长孙", U"宇文"});
/// What Chinese spells foreign names with.
constexpr Points kSounds =
    U"阿埃艾安昂奥巴拜班邦鲍贝本比彼宾波伯勃博布查达戴丹道德登迪蒂丁顿多厄恩尔法范菲费芬弗福夫盖冈"
    U"高戈格根古"
    U"哈海汉赫黑亨胡华怀霍基吉季加贾杰金卡凯坎康考柯科克肯孔库拉莱赖兰朗劳勒雷里利莉丽列琳林龙卢鲁"
    U"露伦罗洛"
    U"马玛迈麦曼芒梅门蒙孟米密敏明摩莫默姆木穆纳奈南内尼涅宁纽努诺欧帕派潘庞佩蓬皮平坡普奇恰乔切琼"
    U"屈让"
    U"热日茹瑞萨塞赛桑森沙珊绍舍圣什施史舒斯朔思苏索塔泰坦汤唐陶特滕提田廷图托瓦万汪旺威维韦魏温文"
    U"翁沃乌武"
    U"西希锡夏肖谢辛欣休许雪逊雅亚延耶叶伊因英尤约泽扎詹朱茨兹佐娜妮娅妲丝蕾薇黛";
constexpr auto kOffices = std::to_array<Points>(
    {U"总统",   U"总理",   U"首相",   U"主席", U"部长",   U"市长",   U"省长", U"州长",
     U"县长",   U"镇长",   U"局长",   U"院长", U"校长",   U"馆长",   U"所长", U"主任",
     U"书记",   U"董事长", U"总裁",   U"经理", U"执行官", U"创始人", U"教授", U"博士",
     U"研究员", U"发言人", U"议员",   U"记者", U"导演",   U"律师",   U"法官", U"将军",
     U"司令",   U"大使",   U"秘书长", U"国王", U"队长",   U"教练"});
constexpr auto kHonours = std::to_array<Points>({U"先生", U"女士", U"小姐", U"太太", U"夫人"});
constexpr auto kVerbs = std::to_array<Points>({U"表示", U"指出", U"认为", U"写道", U"强调", U"透露",
                                               U"警告", U"承认", U"宣布", U"声称", U"坦言", U"回应",
                                               U"补充", U"说道", U"告诉", U"介绍", U"称", U"说"});
/// Seldom in a given name.
constexpr Points kNeverGiven =
    U"他她它我你人们这那的了是在有不也都就还又很个位者方面二三四五六七八九十两几";
constexpr Points kDots = U"·・•";
/// What may stand behind a name with an office, besides a verb of saying and the clause's end.
constexpr Points kParticles = U"在于是的和与及将已也对向从等曾则还就并把被让";

template <class List>
std::size_t longest_at(Points text, std::size_t at, const List& list) {
  std::size_t out = 0;
  for (const Points word : list) {
    if (text.substr(at, word.size()) == word) out = std::max(out, word.size());
  }
  return out;
}
bool has(Points set, char32_t point) {
  return set.find(point) != Points::npos;
}

/// What stands behind a surname alone.
bool is_title(Points words) {
  constexpr auto kMore = std::to_array<Points>({U"老师", U"医生", U"同志", U"同学", U"师傅"});
  return longest_at(words, 0, kOffices) == words.size() ||
         longest_at(words, 0, kHonours) == words.size() ||
         longest_at(words, 0, kMore) == words.size();
}

/// Length of the surname that a name begins with; 0: none.
std::size_t surname_of(Points name) {
  for (const Points surname : kTwoSurnames)
    if (name.starts_with(surname)) return surname.size();
  return !name.empty() && has(kSurnames, name[0]) ? 1 : 0;
}

/// Whether the dictionary has a word that begins with this text and goes beyond its first
/// characters: 高层 is no name, of 金融界 the surname would be part of a word.
bool begins_with_word(Points text, std::size_t beyond) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), error));
  if (U_FAILURE(error) != 0 || !words) return true;  // in doubt no name
  icu::UnicodeString wide;
  for (const char32_t point : text)
    wide.append(static_cast<UChar32>(point));
  words->setText(wide);
  words->first();
  return words->next() > static_cast<std::int32_t>(beyond);
}

/// Looks through one text.
class Finder {
 public:
  explicit Finder(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      places_.push_back(at);
      points_.push_back(simplified_form(next_code_point(text, at)));
    }
    places_.push_back(text.size());
  }

  std::vector<HanName> run() {
    for (std::size_t at = 0; at < points_.size(); ++at) {
      if (longest_at(points_, at, kHonours) > 0) find_before(at);
      const std::size_t office = longest_at(points_, at, kOffices);
      const bool begins = is_han(at) && (at == 0 || !is_han(at - 1));
      if (office > 0) find_behind(at + office, true);
      if (office == 0 && begins) find_behind(at, false);
    }
    std::sort(out_.begin(), out_.end(),
              [](const HanName& a, const HanName& b) { return a.begin < b.begin; });
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_han(std::size_t at) const {
    return at < points_.size() && script_of(points_[at]) == Script::kHan;
  }
  [[nodiscard]] Points part(std::size_t begin, std::size_t end) const {
    return Points(points_).substr(begin, end - begin);
  }

  /// "张伟先生": in front of it something that is no Han character or ends an office or a word.
  void find_before(std::size_t end) {
    for (const std::size_t length : {3U, 2U, 4U}) {
      if (length > end) continue;
      const std::size_t begin = end - length;
      const Points name = part(begin, end);
      const std::size_t surname = surname_of(name);
      if (surname == 0 || length - surname < 1 || length - surname > 2) continue;
      if (begin > 0 && is_han(begin - 1) && !has(kParticles, points_[begin - 1])) continue;
      if (!std::all_of(name.begin(), name.end(), is_han_point)) continue;
      return add(begin, end, false);
    }
  }

  /// "馆长张伟说", "张伟表示". Behind an office particles end a name too.
  void find_behind(std::size_t begin, bool office) {
    constexpr std::size_t kLongest = 7;  // characters of a foreign name without a dot
    for (std::size_t end = begin + 2; end <= begin + kLongest && is_han(end - 1); ++end) {
      const bool verb = longest_at(points_, end, kVerbs) > 0;
      const bool stop = !is_han(end) || has(kParticles, points_[end]);
      if (!verb && !(office && stop)) continue;
      const Points name = part(begin, end);
      const std::size_t surname = surname_of(name);
      const std::size_t given = name.size() - surname;
      if (is_title(name.substr(surname))) return;  // 朱校长: no name to look for
      const bool native = surname > 0 && given >= 1 && given <= 2 &&
                          name.find_first_of(kNeverGiven, surname) == Points::npos;
      const bool foreign =
          std::all_of(name.begin(), name.end(), [](char32_t point) { return has(kSounds, point); });
      if (native || foreign) add(begin, end, foreign && name.size() > 2);
      return;
    }
  }

  static bool is_han_point(char32_t point) { return script_of(point) == Script::kHan; }

  void add(std::size_t begin, std::size_t end, bool foreign) {
    const Points name = part(begin, end);
    const std::size_t first = std::max<std::size_t>(surname_of(name), 1);
    // A part of a name with dots is not one by itself.
    if (begin > 0 && has(kDots, points_[begin - 1])) return;
    if (end < points_.size() && has(kDots, points_[end])) return;
    if (name.size() < 4 && begins_with_word(name, first)) return;
    const HanName made{places_[begin], places_[end], foreign};
    const bool known = std::any_of(out_.begin(), out_.end(), [&](const HanName& other) {
      return made.begin < other.end && other.begin < made.end;
    });
    if (!known) out_.push_back(made);
  }

  std::u32string points_;            // simplified
  std::vector<std::size_t> places_;  // of the points, and the end
  std::vector<HanName> out_;
};

}  // namespace

std::vector<HanName> han_names(std::string_view text) {
  return Finder(text).run();
}

}  // namespace weft
