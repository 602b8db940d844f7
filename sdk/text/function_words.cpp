// SPDX-License-Identifier: Apache-2.0
/// Word lists and the vote over them.

#include "function_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "characters.hpp"
#include "weft/text/normalize.hpp"

namespace weft {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kLists = {{
    {"en",
     "the of and to in a is that for it as was with be by on not he his but at are this have from "
     "or had an they which you were her she will there their we what has been who when more if no "
     "how why where can about its my your our is isn't don't it's i'm new all after into over "
     "than i am me do does did so if up out would could should them their then only just some "
     "very now these those him us"},
    {"de",
     "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an "
     "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war "
     "haben nur oder aber vor zur bis mehr durch man wir ich kein keine"},
    {"fr",
     "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il "
     "sont avec son aux ou mais comme nous vous elle cette ses leur être fait été ont même sans "
     "je tu où dont à y l'on c'est n'est qu'il d'un d'une"},
    {"es",
     "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le "
     "ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy "
     "hasta desde está qué cómo"},
    {"it",
     "di e il la che in un a per è una sono con non del le da si dei della i al nel alla come più "
     "gli ha lo delle anche se dal ma o questo questa suo essere ed quando nella degli perché "
     "cosa molto l'italia"},
    {"pt",
     "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele "
     "das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela "
     "são você"},
    {"nl",
     "de van het een en in is dat op te zijn met voor niet aan er om ook als bij maar dan nog naar "
     "door over uit tot deze wordt hij heeft ze wat worden meer dit haar die werd wel kan geen"},
    {"sv",
     "och i att det som en på är av för med den till inte om ett han men var jag sig från vi så "
     "kan när hade de nu år ut hon eller vad alla mot under skulle"},
    {"da",
     "og i at det er en til af på for med den som ikke de der har et han var om men jeg sig fra vi "
     "så kan når havde nu ud hun eller hvad alle mod efter skulle blev også"},
    {"no",
     "og i det er en til av på for med den som ikke de har et han var om men jeg seg fra vi så kan "
     "når hadde nå ut hun eller hva alle mot etter skulle ble også å"},
    {"fi",
     "ja on ei se että oli hän joka kun mutta niin kuin ovat myös tai sen jos nyt vain hänen ole "
     "mitä siitä olen ollut"},
    {"pl",
     "i w na z do się nie to że jest o jak po za od przez dla są ale co czy przy być był tylko już "
     "może jego który która lub oraz tym"},
    {"cs",
     "a v se na je že s z do o i to k ve pro za by ale si po jako jsou byl který jsem být není už "
     "také jen nebo při"},
    {"ro",
     "și de în a la cu o că nu pe din un să este care mai pentru sunt au ca fi fost sau dar după "
     "prin"},
    {"hu",
     "a az és hogy nem is egy van meg de ez csak mint volt már ha még el ki lehet vagy azt ezt "
     "minden"},
    {"tr",
     "ve bir bu da de için ile çok daha olarak gibi en kadar ne o olan sonra var ama ben değil mi "
     "şey her"},
    {"id",
     "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada mereka bisa "
     "saya oleh adalah kami atau"},
    {"ru",
     "и в не на что я с он как это по но они мы все она так его за был от у к из же ты вы бы то о "
     "для есть или было быть еще её при уже"},
    {"uk",
     "і в не на що я з він як це по але вони ми все вона так його за був від у до із ж ти ви б то "
     "про для є або було бути ще її при вже та"},
    {"bg",
     "и в не на че аз с той как това по но те ние всичко тя така му за беше от да се са ще или "
     "има е след при още"},
}};

using Table = std::unordered_map<std::string_view, std::vector<std::size_t>>;

const Table& table() {
  static const Table kTable = [] {
    Table out;
    for (std::size_t i = 0; i < kLists.size(); ++i) {
      std::string_view rest = kLists[i].second;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        std::vector<std::size_t>& owners = out[rest.substr(0, end)];
        if (owners.empty() || owners.back() != i) owners.push_back(i);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return out;
  }();
  return kTable;
}

bool in_word(char32_t point) {
  return is_letter(point) || point == '\'' || point == U'’';
}

}  // namespace

FunctionWordVote vote_function_words(std::string_view text) {
  constexpr std::size_t kMostBytes = 1000;
  const std::string folded = fold_case(text.substr(0, std::min(text.size(), kMostBytes)));
  std::array<double, kLists.size()> scores{};
  FunctionWordVote out;
  for (std::size_t begin = 0; begin < folded.size();) {
    std::size_t end = begin;
    while (end < folded.size() && in_word(code_point_at(folded, end)))
      end = after_one(folded, end);
    if (end == begin) {
      begin = after_one(folded, begin);
      continue;
    }
    ++out.words;
    const auto found = table().find(std::string_view(folded).substr(begin, end - begin));
    if (found != table().end()) {
      for (const std::size_t language : found->second)
        scores[language] += 1.0 / static_cast<double>(found->second.size());
    }
    begin = end;
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  if (*best <= 0) return out;
  out.tag = kLists[static_cast<std::size_t>(best - scores.begin())].first;
  out.score = std::exchange(*best, 0.0);
  out.second = *std::max_element(scores.begin(), scores.end());
  return out;
}

}  // namespace weft
