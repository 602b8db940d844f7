// SPDX-License-Identifier: Apache-2.0
/// Single texts, short and long, and the language each is in.
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "weft/text/language.hpp"

namespace weft::test {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

void check(const Cases& cases) {
  for (const auto& [text, tag] : cases) {
    CAPTURE(text);
    CHECK(guess_language(text).tag == tag);
  }
}

TEST_CASE("Chinese is told by its characters, however short") {
  check({{"这个", "zh-Hans"},
         {"时间", "zh-Hans"},
         {"還沒有", "zh-Hant"},
         {"我们会去海边。", "zh-Hans"},
         {"我們會去海邊。", "zh-Hant"},
         {"山水", "zh"},
         {"人口大国", "zh-Hans"},
         {"台灣", "zh-Hant"},
         {"GPU 的价格又涨了", "zh-Hans"},
         {"他用 Python 寫了一個小程式", "zh-Hant"},
         {"皇后在后面", "zh"},
         {"2024年5月1日，渡轮停运。", "zh-Hans"},
         {"昨天下午在港口举行的会议上，代表们讨论了渡轮的时间表。", "zh-Hans"},
         {"昨天下午在港口舉行的會議上，代表們討論了渡輪的時間表。", "zh-Hant"},
         {"《红楼梦》", "zh-Hans"}});
}

TEST_CASE("Cantonese is not taken for written Chinese, nor a quotation for Cantonese") {
  check({{"佢哋喺度食緊飯", "yue"},
         {"我唔知佢去咗邊", "yue"},
         {"呢啲嘢係我嘅，你唔好攞走", "yue"},
         {"他說了一句「唔該」，然後離開了港口，沿著海邊的小路慢慢走回家去，路上遇見了老師。",
          "zh-Hant"}});
}

TEST_CASE("Japanese and Korean keep their Han characters") {
  check({{"東京都知事選挙", "ja"},
         {"図書館", "ja"},
         {"学校へ行く", "ja"},
         {"ありがとう", "ja"},
         {"カタカナ", "ja"},
         {"新製品発売", "ja"},
         {"会議は明日の午後三時から行います。", "ja"},
         {"안녕하세요", "ko"},
         {"배는 아침 일곱 시에 항구를 떠난다.", "ko"},
         {"大韓民國은 民主共和國이다", "ko"},
         {"韩国歌手아이유的新专辑发布了", "zh-Hans"},
         {"日本的の字很好看，大家都这么说", "zh-Hans"}});
}

TEST_CASE("Latin-script languages are told from a sentence on") {
  check({{"The boat leaves at seven.", "en"},
         {"It is what it is", "en"},
         {"How to get there", "en"},
         {"Das Schiff fährt um sieben Uhr ab und kommt am Abend zurück.", "de"},
         {"Wo ist der Hafen?", "de"},
         {"Le bateau part à sept heures et revient le soir.", "fr"},
         {"Où est le port ?", "fr"},
         {"El barco sale a las siete y vuelve por la tarde.", "es"},
         {"La nave parte alle sette e torna la sera, come ogni giorno.", "it"},
         {"O barco parte às sete e não volta antes da noite.", "pt"},
         {"De boot vertrekt om zeven uur en komt pas in de avond terug.", "nl"},
         {"Båten går klockan sju och kommer tillbaka på kvällen, men inte i dag.", "sv"},
         {"Statek odpływa o siódmej i wraca dopiero wieczorem, tak jak co dzień.", "pl"},
         {"Loď odplouvá v sedm hodin a vrací se až večer, jako každý den.", "cs"},
         {"Gemi saat yedide kalkıyor ve ancak akşam geri dönüyor.", "tr"},
         {"Con tàu rời bến lúc bảy giờ sáng và trở về vào buổi tối.", "vi"},
         {"Kapal berangkat pukul tujuh dan baru kembali pada malam hari.", "id"},
         {"A hajó hét órakor indul, és csak este tér vissza.", "hu"},
         {"Laiva lähtee kello seitsemän ja palaa vasta illalla, niin kuin joka päivä.", "fi"}});
}

TEST_CASE("Cyrillic languages are told by their letters") {
  check({{"Корабль отходит в семь часов и возвращается вечером.", "ru"},
         {"Это мы", "ru"},
         {"Каждая cgroup в иерархии v2 содержит эти файлы:", "ru"},
         {"Корабель відходить о сьомій і повертається ввечері, як щодня.", "uk"},
         {"Її брат", "uk"},
         {"Карабель адыходзіць а сёмай і вяртаецца ўвечары.", "be"},
         {"Корабът тръгва в седем часа и се връща едва вечерта.", "bg"},
         {"Брод полази у седам часова и враћа се тек увече, као и сваког дана.", "sr-Cyrl"}});
}

TEST_CASE("other scripts are told by themselves") {
  check({{"Το πλοίο φεύγει στις επτά.", "el"},
         {"האונייה יוצאת בשבע", "he"},
         {"تغادر السفينة في السابعة صباحا وتعود في المساء", "ar"},
         {"เรือออกเวลาเจ็ดโมง", "th"},
         {"जहाज़ सात बजे निकलता है और शाम को लौटता है", "hi"}});
}

TEST_CASE("names, numbers, addresses and signs are in no language") {
  check({{"", "und"},
         {"2024-05-01 17:30", "und"},
         {"Anna Stone", "und"},
         {"Huawei Mate", "und"},
         {"https://paper.example/the/news/of/this/day/and/all/that.html", "und"},
         {"www.paper.example", "und"},
         {"anna.stone@paper.example", "und"},
         {"++ -- ** 12 % 7", "und"},
         {"🙂🙂", "und"},
         {"v2.11.0-rc1", "und"}});
}

TEST_CASE("an address in a sentence does not disturb it") {
  check({{"Siehe auch https://www.paper.example/the/news/of/the/day/and/this für die Einzelheiten, "
          "die dort auch auf einer Karte zu sehen sind.",
          "de"},
         {"错误请报告至bug-tool@paper.example。请在邮件中说明版本。", "zh-Hans"},
         {"详见 https://www.paper.example/the/news/of/the/day/and/this 的说明。", "zh-Hans"}});
}

}  // namespace
}  // namespace weft::test
