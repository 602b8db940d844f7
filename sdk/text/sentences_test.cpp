// SPDX-License-Identifier: Apache-2.0
/// Sentence rules, one group of cases a rule.

#include "weft/text/sentences.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace weft {
namespace {

using Sentences = std::vector<std::string>;

Sentences split(const std::string& block) {
  Sentences out;
  for (const TextRange& range : split_sentences(block))
    out.push_back(block.substr(range.begin, range.end - range.begin));
  return out;
}

TEST_CASE("Chinese sentences need no space between them") {
  CHECK(split("雨停了。街上有人！你看见了吗？") ==
        Sentences{"雨停了。", "街上有人！", "你看见了吗？"});
}

TEST_CASE("ASCII marks beside Han characters act as wide ones") {
  CHECK(split("雨停了!街上有人?Smith先生来了.他很高兴") ==
        Sentences{"雨停了!", "街上有人?", "Smith先生来了.", "他很高兴"});
}

TEST_CASE("a full stop inside a name stays when the block ends its sentences with 。") {
  CHECK(split("约翰.李四来了。他坐下。") == Sentences{"约翰.李四来了。", "他坐下。"});
}

TEST_CASE("closing quotes and brackets stay with their sentence") {
  CHECK(split("她说：“明天见。”门关上了。") == Sentences{"她说：“明天见。”", "门关上了。"});
  CHECK(split("他写道：「天氣很好。」然後放下筆。") ==
        Sentences{"他写道：「天氣很好。」", "然後放下筆。"});
  CHECK(split("（本段从略。）我们继续。") == Sentences{"（本段从略。）", "我们继续。"});
  CHECK(split("She left (it was late.) Then it rained.") ==
        Sentences{"She left (it was late.)", "Then it rained."});
}

TEST_CASE("a quotation goes on into the words that say who spoke") {
  CHECK(split("“谁在门口？”老人问道。没有人回答。") ==
        Sentences{"“谁在门口？”老人问道。", "没有人回答。"});
  CHECK(split("“我明白。”她点着头说，“走吧。”") == Sentences{"“我明白。”她点着头说，“走吧。”"});
  CHECK(split("「誰在門口？」老人問道。沒有人回答。") ==
        Sentences{"「誰在門口？」老人問道。", "沒有人回答。"});
  CHECK(split("“Who is there?” Anna asked. Nobody answered.") ==
        Sentences{"“Who is there?” Anna asked.", "Nobody answered."});
  CHECK(split("\"Stop!\" cried the guard. He ran.") ==
        Sentences{"\"Stop!\" cried the guard.", "He ran."});
}

TEST_CASE("ASCII marks and quotes go on into a Chinese attribution as wide ones do") {
  CHECK(split("\"不来.\"他答.然后走了.") == Sentences{"\"不来.\"他答.", "然后走了."});
  CHECK(split("\"不来.\"雨又下起来了.") == Sentences{"\"不来.\"", "雨又下起来了."});
  CHECK(split("\"Not now.\" She left.") == Sentences{"\"Not now.\"", "She left."});
}

TEST_CASE("a quotation introduced by a colon ends before the next speaker") {
  CHECK(split("他问：“饿了吗？”小红说：“饿了。”") ==
        Sentences{"他问：“饿了吗？”", "小红说：“饿了。”"});
}

TEST_CASE("an exclamation quoted within a clause does not end it") {
  CHECK(split("人群高呼“加油！”并且鼓掌。") == Sentences{"人群高呼“加油！”并且鼓掌。"});
  CHECK(split("《你往何处去？》是一部小说。") == Sentences{"《你往何处去？》是一部小说。"});
  CHECK(split("他（怎么可能？）睡着了。") == Sentences{"他（怎么可能？）睡着了。"});
}

TEST_CASE("a quotation behind a full stop begins a sentence") {
  CHECK(split("“雨大了,”他说。“我们回去吧。”") == Sentences{"“雨大了,”他说。", "“我们回去吧。”"});
}

TEST_CASE("acronyms end a sentence only before a word that begins sentences") {
  CHECK(split("They study A.I. In spring they publish.") ==
        Sentences{"They study A.I.", "In spring they publish."});
  CHECK(split("The U.S. Senate met at 3 p.m. on Friday.") ==
        Sentences{"The U.S. Senate met at 3 p.m. on Friday."});
  CHECK(split("She works at Brown Inc. The office is small.") ==
        Sentences{"She works at Brown Inc.", "The office is small."});
}

TEST_CASE("titles, initials and Latin abbreviations end nothing") {
  CHECK(split("Dr. Brown met Mary K. Stone.") == Sentences{"Dr. Brown met Mary K. Stone."});
  CHECK(split("Birds, e.g. Herons, eat fish, cf. Fig. 3 and No. 7.") ==
        Sentences{"Birds, e.g. Herons, eat fish, cf. Fig. 3 and No. 7."});
}

TEST_CASE("numbers and addresses are not cut") {
  CHECK(split("It costs 3.50 at www.example.org/a?b=c today.") ==
        Sentences{"It costs 3.50 at www.example.org/a?b=c today."});
  CHECK(split("版本2.5增长3.8%。结束") == Sentences{"版本2.5增长3.8%。", "结束"});
}

TEST_CASE("the number of an item belongs to the item") {
  CHECK(split("1. Open the box. 2. Take the lamp.") ==
        Sentences{"1. Open the box.", "2. Take the lamp."});
  CHECK(split("1.打开盒子.2.取出灯") == Sentences{"1.打开盒子.", "2.取出灯"});
}

TEST_CASE("a full stop before a small letter ends nothing") {
  CHECK(split("The firm (est. 1990) sells lamps etc. and more.") ==
        Sentences{"The firm (est. 1990) sells lamps etc. and more."});
}

TEST_CASE("question marks before small letters end a sentence only where nobody uses capitals") {
  CHECK(split("really? yes it is! ok") == Sentences{"really?", "yes it is!", "ok"});
  CHECK(split("The sign Halt! was red.") == Sentences{"The sign Halt! was red."});
}

TEST_CASE("an ellipsis ends a statement and not a stutter or a list") {
  CHECK(split("我……我没看见。") == Sentences{"我……我没看见。"});
  CHECK(split("那个夏天就这样结束了……秋天来得很早。") ==
        Sentences{"那个夏天就这样结束了……", "秋天来得很早。"});
  CHECK(split("桌上有书、纸、笔和剪刀……都是旧的。") ==
        Sentences{"桌上有书、纸、笔和剪刀……都是旧的。"});
  CHECK(split("He waited . . . and waited... Nobody came.") ==
        Sentences{"He waited . . . and waited...", "Nobody came."});
}

TEST_CASE("an ellipsis ends where a person, a time or a space opens the next sentence") {
  CHECK(split("等了很久……她没有来。") == Sentences{"等了很久……", "她没有来。"});
  CHECK(split("路越走越窄...第二天下起了雪。") == Sentences{"路越走越窄...", "第二天下起了雪。"});
  CHECK(split("灯灭了很久…… 街上没有声音。") == Sentences{"灯灭了很久……", "街上没有声音。"});
  CHECK(split("我不知道……我真的不知道。") == Sentences{"我不知道……我真的不知道。"});
  CHECK(split("他……他走了。") == Sentences{"他……他走了。"});
  CHECK(split("风、雨、雪……他都见过。") == Sentences{"风、雨、雪……他都见过。"});
}

TEST_CASE("note marks and short asides stay with the sentence before them") {
  CHECK(split("The lake froze.[12] Ice was sold.") ==
        Sentences{"The lake froze.[12]", "Ice was sold."});
  CHECK(split("全场起立。（掌声）会议继续。") == Sentences{"全场起立。（掌声）", "会议继续。"});
}

TEST_CASE("German ordinals and quotation marks are understood") {
  CHECK(split("Er kam am 3. Oktober. „Endlich.“ Sie lachte.") ==
        Sentences{"Er kam am 3. Oktober.", "„Endlich.“", "Sie lachte."});
}

TEST_CASE("French marks set apart by spaces stay with their sentence") {
  CHECK(split("« Bonsoir ! » dit Anne. Il part.") ==
        Sentences{"« Bonsoir ! » dit Anne.", "Il part."});
}

TEST_CASE("other scripts end sentences with their own marks") {
  CHECK(split("यह घर है। वह पेड़ है।") == Sentences{"यह घर है।", "वह पेड़ है।"});
  CHECK(split("هل وصلت؟ نعم.") == Sentences{"هل وصلت؟", "نعم."});
  CHECK(split("「行こう。」と言った。雨だ。") == Sentences{"「行こう。」と言った。", "雨だ。"});
}

TEST_CASE("an empty line ends a sentence and wrapping does not") {
  CHECK(split("One line\n\nanother line") == Sentences{"One line", "another line"});
  CHECK(split("Short verse\nLonger verse here") == Sentences{"Short verse", "Longer verse here"});
  const std::string wrapped =
      "The river runs along the old wall of the town and\n"
      "Saturday markets are held on its banks, where people\n"
      "meet.";
  CHECK(split(wrapped) == Sentences{wrapped});
}

TEST_CASE("white space is trimmed and marks alone join their neighbour") {
  CHECK(split("  Done.\n ") == Sentences{"Done."});
  CHECK(split("\u3000结束。 ♦") == Sentences{"结束。 ♦"});
  CHECK(split("♦ Begin.") == Sentences{"♦ Begin."});
  CHECK(split(" \t\n\u3000").empty());
  CHECK(split("").empty());
}

TEST_CASE("ranges are ordered, disjoint and lose nothing but white space") {
  const std::string block = "“A.” b? 他说。“c！”d... E. F. Gh i.e. J (k.) \"l\"! 』。” m";
  std::size_t end = 0;
  for (const TextRange& range : split_sentences(block)) {
    CHECK(range.begin < range.end);
    CHECK(block.find_first_not_of(' ', end) == range.begin);
    end = range.end;
  }
  CHECK(end == block.size());
}

}  // namespace
}  // namespace weft
