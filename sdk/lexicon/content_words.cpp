// SPDX-License-Identifier: Apache-2.0
/// Function words by language, and the words that are left.
#include "content_words.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "weft/lexicon/lexicon.hpp"
#include "weft/text/language.hpp"
#include "weft/text/normalize.hpp"
#include "weft/text/script.hpp"

namespace weft {
namespace {

// Translations in a dictionary are not prose: what matters here is what phrases are padded with.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kLists = {{
    {"en",
     "a an the this that these those of to in on at by for with from as into onto upon about over "
     "under between through during before after against within without and or nor but if than so "
     "is are was were be been being am do does did done doing have has had having will would shall "
     "should can could may might must i me my we us our you your he him his she her it its they "
     "them their one's one oneself sb sth sb's sth's somebody something someone who whom whose "
     "which what when where how not no very etc e.g i.e lit fig esp such some any other up out off "
     "down it's"},
    {"de",
     "der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus "
     "bei mit nach von vom zu zum zur für über unter durch gegen ohne um als wie so nicht kein "
     "keine ist sind war waren sein haben hat hatte werden wird wurde ich du er sie es wir ihr "
     "sich "
     "mich dich uns euch jemand jemanden jemandem jmd jmdn jmdm etw etwas man auch nur"},
    {"fr",
     "le la les l un une des du de d et ou mais à au aux en dans sur sous par pour avec sans entre "
     "vers chez que qui quoi dont où ne pas plus se s ce c cet cette ces son sa ses leur leurs mon "
     "ma mes notre nos votre vos il elle ils elles on nous vous je tu me te lui y est sont être "
     "avoir a ont été fait qqn qqch quelqu'un quelque chose comme très si"},
    {"es",
     "el la los las lo un una unos unas de del y e o u pero a al en con sin por para entre sobre "
     "desde hasta que quien cuyo donde no se me te le les nos su sus mi mis tu tus es son ser "
     "estar "
     "está haber ha han como más muy algo alguien"},
    {"it",
     "il lo la i gli le un uno una di del dello della dei degli delle e o ma a al allo alla ai "
     "agli "
     "alle in nel nella nei nelle con su sul sulla per tra fra da dal dalla che chi cui dove non "
     "si "
     "mi ti ci vi lo li ne è sono essere avere ha hanno come più molto qualcosa qualcuno"},
    {"pt",
     "o a os as um uma uns umas de do da dos das e ou mas em no na nos nas com sem por para pelo "
     "pela entre sobre desde até que quem cujo onde não se me te lhe nos seu sua seus suas meu "
     "minha é são ser estar está ter tem como mais muito algo alguém"},
    {"nl",
     "de het een en of maar in op aan uit bij met naar van voor door over onder tegen zonder om te "
     "als zoals dan niet geen is zijn was waren hebben heeft had worden wordt werd ik jij je hij "
     "zij ze wij we zich mij ons iemand iets men die dat dit deze er ook"},
}};

std::unordered_set<std::string_view> words_of(std::string_view list) {
  std::unordered_set<std::string_view> out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    out.insert(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return out;
}

bool has_letter(std::string_view text) {
  return count_scripts(text).letters() > 0;
}

}  // namespace

bool is_function_word(std::string_view word, std::string_view language) {
  static const auto all = [] {
    std::array<std::unordered_set<std::string_view>, kLists.size()> sets;
    for (std::size_t i = 0; i < kLists.size(); ++i)
      sets.at(i) = words_of(kLists.at(i).second);
    return sets;
  }();
  for (std::size_t i = 0; i < kLists.size(); ++i) {
    if (matches_range(language, kLists.at(i).first)) return all.at(i).count(word) != 0;
  }
  return false;
}

TermReader::TermReader(std::string_view language)
    : whole_(has_whole_headwords(language)),
      language_(language),
      tokenizer_(whole_ ? std::string_view{} : language) {}

std::vector<std::string> TermReader::read(std::string_view text) {
  if (whole_) {
    const std::string spaced = fold_space(nfc(text));
    if (!has_letter(spaced)) return {};
    return {tokenizer_.folded(spaced)};
  }
  const std::string composed = nfc(text);
  tokenizer_.read(composed, tokens_);
  std::vector<std::string> content;
  std::vector<std::string> function;
  for (const Token& token : tokens_) {
    if (token.kind != TokenKind::kWord) continue;
    const std::string_view word =
        std::string_view(composed).substr(token.begin, token.end - token.begin);
    auto& list = is_function_word(fold_case(word), language_) ? function : content;
    std::string term = tokenizer_.folded(word);
    if (std::find(list.begin(), list.end(), term) == list.end()) list.push_back(std::move(term));
  }
  return content.empty() ? function : content;
}

}  // namespace weft
