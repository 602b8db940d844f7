// SPDX-License-Identifier: Apache-2.0
/// Credits, caption openers and file names of images.

#include "credits.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace weft::plain {
namespace {

std::string credit_of(std::string_view text) {
  const auto credit = find_credit(text);
  return credit ? std::string(text.substr(credit->begin, credit->end - credit->begin)) : "none";
}

TEST_CASE("A credit in brackets at the end is found without the brackets", "[credits]") {
  CHECK(credit_of("渡轮停靠在旧码头。(Reuters)") == "Reuters");
  CHECK(credit_of("渡輪停靠在舊碼頭。 （記者林宥辰攝）") == "記者林宥辰攝");
  CHECK(credit_of("渡輪停靠在舊碼頭。(資料照片)") == "資料照片");
  CHECK(credit_of("修复后的海图。(北港档案馆提供)") == "北港档案馆提供");
  CHECK(credit_of("The ferry at the old pier. (AP Photo/Jo Dorn)") == "AP Photo/Jo Dorn");
  CHECK(credit_of("The ferry at the old pier (Photo: Jo Dorn).") == "Photo: Jo Dorn");
}

TEST_CASE("A credit behind the last sentence is found", "[credits]") {
  CHECK(credit_of("渡轮停靠在旧码头。 Jo Dorn/Coastline Wire") == "Jo Dorn/Coastline Wire");
  CHECK(credit_of("渡轮停靠在旧码头。Jo Dorn for The Shoal Review") ==
        "Jo Dorn for The Shoal Review");
  CHECK(credit_of("The ferry at the old pier. Jo M. Dorn/Coastline Wire") ==
        "Jo M. Dorn/Coastline Wire");
  CHECK(credit_of("The ferry at the old pier. Photo: Jo Dorn") == "Photo: Jo Dorn");
  CHECK(credit_of("渡轮停靠在旧码头。 图/林晚") == "图/林晚");
}

TEST_CASE("Brackets and last words of body text are no credits", "[credits]") {
  CHECK(credit_of("The ferry was late (as it had been all week).") == "none");
  CHECK(credit_of("委员会称之为深度求索(DeepSeek)") == "none");
  CHECK(credit_of("The bill was passed in May (Smith 2019).") == "none");
  CHECK(credit_of("它的造价很低(约六百万元)。") == "none");
  CHECK(credit_of("She left for the coast. He stayed for the winter.") == "none");
  CHECK(credit_of("") == "none");
}

TEST_CASE("A line that is nothing but a credit is known", "[credits]") {
  CHECK(is_credit_line("Photo: Jo Dorn/AP"));
  CHECK(is_credit_line("Jo Dorn/Coastline Wire"));
  CHECK(is_credit_line("图源:视觉中国"));
  CHECK_FALSE(is_credit_line("Best Uses for Low-Code/No-Code Platforms"));
  CHECK_FALSE(is_credit_line("What the photographer saw"));
}

TEST_CASE("Openers of captions are known", "[credits]") {
  CHECK(opens_caption("图为旧码头"));
  CHECK(opens_caption("图3:旧码头"));
  CHECK(opens_caption("figure 2: the old pier"));
  CHECK_FALSE(opens_caption("图书馆今天开放"));
  CHECK_FALSE(opens_caption("figures from last year"));
}

TEST_CASE("A file name glued to its caption is cut off", "[credits]") {
  CHECK(glued_slug_size("03ferry evening kjlp jumbo v2渡轮停靠在旧码头。") == 29);
  CHECK(glued_slug_size("03ferry evening kjlp jumbo v2The ferry at the pier.") == 29);
  CHECK(glued_slug_size("gpt4o模型的表现") == 0);
  CHECK(glued_slug_size("how to train your dragon系列") == 0);
  CHECK(glued_slug_size("2024年5月3日") == 0);
  CHECK(glued_slug_size("") == 0);
}

TEST_CASE("A file name alone is known, a number or a key is not", "[credits]") {
  CHECK(is_slug("IMG_2034.jpg"));
  CHECK(is_slug("ferry-evening-dock-superjumbo"));
  CHECK_FALSE(is_slug("03.05.2024"));
  CHECK_FALSE(is_slug("555-014-7683"));
  CHECK_FALSE(is_slug("state-of-the-art"));
}

}  // namespace
}  // namespace weft::plain
