// SPDX-License-Identifier: Apache-2.0
/// Terms with their translation in brackets, through the host's own calls.
#include <catch2/catch.hpp>

#include "tests/support/document_builder.hpp"
#include "tests/support/stage_harness.hpp"

namespace weft::test {
namespace {

using Texts = std::vector<std::string>;

/// "term = gloss" of everything marked in paragraphs of these texts.
Texts glosses_in(const Texts& paragraphs) {
  StoredDocument document = plain_document("a.txt", "", paragraphs);
  const weft_status status = StageHarness("transform_bilingual").process(document).status;
  Texts out;
  for (const std::string& link : links_of(document, WEFT_LINK_GLOSS)) {
    const std::size_t middle = link.find(" | target ");
    out.push_back(link.substr(7, middle - 7) + " = " + link.substr(middle + 10));
  }
  CHECK(status == (out.empty() ? WEFT_PASSED : WEFT_OK));
  return out;
}

TEST_CASE("a Chinese term is taken from where it must begin") {
  CHECK(glosses_in({"岛上最早的潮汐能（tidal power）电站建于去年。"}) ==
        Texts{"潮汐能 = tidal power"});
  CHECK(glosses_in({"这种方法称为反向传播（backpropagation），很常用。"}) ==
        Texts{"反向传播 = backpropagation"});
  CHECK(glosses_in({"她读过《春天的渡船》(The Ferry in Spring)。"}) ==
        Texts{"春天的渡船 = The Ferry in Spring"});
  CHECK(glosses_in({"所谓“海岸侵蚀”(coastal erosion)正在加快。"}) ==
        Texts{"海岸侵蚀 = coastal erosion"});
  CHECK(glosses_in({"根据世界气象组织（WMO）昨天的说法"}) == Texts{"世界气象组织 = WMO"});
  CHECK(glosses_in({"作家白小雨（Bai Xiaoyu）住在镇上。"}) == Texts{"白小雨 = Bai Xiaoyu"});
  CHECK(glosses_in({"風力發電 (wind power)"}) == Texts{"風力發電 = wind power"});
}

TEST_CASE("a Latin term is taken from where it must begin") {
  CHECK(glosses_in({"She was born in Qingdao (青岛) and left early."}) == Texts{"Qingdao = 青岛"});
  CHECK(glosses_in({"The mayor, Chen Daming (陈大明), agreed."}) == Texts{"Chen Daming = 陈大明"});
  CHECK(glosses_in({"A spokesman for the Ministry of Water (水利部) agreed."}) ==
        Texts{"Ministry of Water = 水利部"});
  CHECK(glosses_in({"上个月CPI（居民消费价格指数）没有变化。"}) == Texts{"CPI = 居民消费价格指数"});
  CHECK(glosses_in({"The “old harbour” (旧港口) is closed."}) == Texts{"old harbour = 旧港口"});
}

TEST_CASE("a term without a clear border is left out") {
  CHECK(glosses_in({"他们去年加入世界气象组织（WMO）。"}).empty());
  CHECK(glosses_in({"昨天教授施特劳斯(Strauss)说没有。"}).empty());
  CHECK(glosses_in({"新来的总经理迈克尔·格林（Michael Green）说没有。"}).empty());
  CHECK(glosses_in({"研究机器学习(machine learning)，不容易。"}).empty());
  CHECK(glosses_in({"Many study machine learning (机器学习) today."}).empty());
  CHECK(glosses_in({"He met President Tsakiris (察基里斯) there."}).empty());
}

TEST_CASE("asides, dates, numbers, units, readings and citations are no glosses") {
  CHECK(
      glosses_in({"渔船的数量（约三百艘）没有变化。", "潮汐站的水位（cm）", "海的面积（km）很大。",
                  "新的报告（Hill 2019）说", "船队（2019年）", "水的价格（每吨）", "他的没(mo)字",
                  "旧的电站（见图二）", "开会（Harbour Daily, May）。"})
          .empty());
  CHECK(glosses_in({"新的APP（以下简称软件）", "买了一台TV（约三千块钱）。",
                    "我们的KTV（不含酒水）", "The boat (约三十米长) left.",
                    "It opened in May (五月).", "An empty one () and (（)", "（上）", "()"})
            .empty());
}

TEST_CASE("glosses name the form of Chinese, and lie inside their block") {
  StoredDocument document =
      plain_document("a.txt", "zh", {"海面。", "島上的風力發電（wind power）站"});
  REQUIRE(StageHarness("transform_bilingual").process(document).status == WEFT_OK);
  Texts langs;
  for (const weft_span& span : document.spans) {
    const std::string text = text_of(document, span);
    if (text != "風力發電" && text != "wind power") continue;
    langs.push_back(value_of(document, WEFT_KEY_LANG, WEFT_ON_SPAN, span.id));
    CHECK(text_of(document, document.spans.at(span.parent - 1)) ==
          "島上的風力發電（wind power）站");
  }
  CHECK(langs == Texts{"zh-Hant", ""});
}

TEST_CASE("a second run marks nothing twice, and glosses can be switched off") {
  StoredDocument document = plain_document("a.txt", "", {"风力发电 (wind power)"});
  const StageOptions off = {{"glosses", "false"}};
  CHECK(StageHarness("transform_bilingual", off).process(document).status == WEFT_PASSED);
  CHECK(links_of(document, WEFT_LINK_GLOSS).empty());
  for (int run = 0; run < 2; ++run)
    StageHarness("transform_bilingual").process(document);
  CHECK(links_of(document, WEFT_LINK_GLOSS).size() == 1);
}

TEST_CASE("a text that holds its translation has its glosses in the views of its languages") {
  const Texts english = {"The ferry leaves Qingdao (青岛) at seven in the morning, every day.",
                         "In 1998 the town bought a second boat, which carries 120 people."};
  const Texts chinese = {"渡轮每天早上七点离开青岛港口，傍晚时分返回。",
                         "1998年，镇上买了第二艘船，可以载120人。"};
  StoredDocument document =
      plain_document("a.txt", "", {english[0], chinese[0], english[1], chinese[1]});
  REQUIRE(StageHarness("transform_bilingual").process(document).status == WEFT_OK);
  CHECK(links_of(document, WEFT_LINK_PARALLEL).size() == 2);
  CHECK(texts_of(document, WEFT_LINK_GLOSS, "en") == Texts{"Qingdao", "青岛"});
}

TEST_CASE("every gloss of a line of twenty thousand is marked") {
  std::string line;
  for (int i = 0; i < 20000; ++i)
    line += "的潮汐能（tidal power）";
  StoredDocument document = plain_document("a.txt", "zh", {line});
  REQUIRE(StageHarness("transform_bilingual").process(document).status == WEFT_OK);
  CHECK(links_of(document, WEFT_LINK_GLOSS).size() == 20000);
}

}  // namespace
}  // namespace weft::test
