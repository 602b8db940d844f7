// SPDX-License-Identifier: Apache-2.0
/// Word lists behind the rules for full stops, and the shape of acronyms.

#include "abbreviation.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "weft/ascii.hpp"

namespace weft {
namespace {

using namespace std::string_view_literals;

// Each list is in byte order, for binary search.
constexpr std::array kNever = {
    "Adm"sv,  "Brig"sv, "Capt"sv,   "Cmdr"sv, "Col"sv,  "Cpl"sv,  "Cpt"sv,  "Dr"sv,   "Dra"sv,
    "Drs"sv,  "Fr"sv,   "Ft"sv,     "Gen"sv,  "Gov"sv,  "Hon"sv,  "Hr"sv,   "Insp"sv, "Lt"sv,
    "MM"sv,   "Maj"sv,  "Messrs"sv, "Mlle"sv, "Mme"sv,  "Mmes"sv, "Mr"sv,   "Mrs"sv,  "Ms"sv,
    "Msgr"sv, "Mt"sv,   "Pres"sv,   "Prof"sv, "Pvt"sv,  "Rep"sv,  "Reps"sv, "Rev"sv,  "Sen"sv,
    "Sens"sv, "Sgt"sv,  "Sra"sv,    "Srta"sv, "Supt"sv, "Ud"sv,   "Uds"sv,  "al"sv,   "approx"sv,
    "bzgl"sv, "ca"sv,   "cf"sv,     "ebd"sv,  "engl"sv, "esp"sv,  "evtl"sv, "frz"sv,  "geb"sv,
    "gegr"sv, "ggf"sv,  "incl"sv,   "inkl"sv, "lat"sv,  "resp"sv, "sog"sv,  "vgl"sv,  "viz"sv,
    "vs"sv,   "zzgl"sv, "англ"sv,   "гр"sv,   "им"sv,   "проф"sv, "см"sv,   "стр"sv,  "тов"sv,
    "ул"sv};
constexpr std::array kBeforeNumber = {
    "Abb"sv,  "Abs"sv, "Apr"sv,  "Art"sv,  "Aug"sv, "Bd"sv,   "Ch"sv,  "Chap"sv, "Dec"sv, "Eq"sv,
    "Eqs"sv,  "Feb"sv, "Fig"sv,  "Figs"sv, "Jan"sv, "Jul"sv,  "Jun"sv, "Kap"sv,  "Mar"sv, "No"sv,
    "Nos"sv,  "Nov"sv, "Nr"sv,   "Oct"sv,  "Op"sv,  "Sec"sv,  "Sep"sv, "Sept"sv, "Str"sv, "Tab"sv,
    "Tel"sv,  "Vol"sv, "Vols"sv, "art"sv,  "ch"sv,  "chap"sv, "ed"sv,  "env"sv,  "eq"sv,  "fig"sv,
    "figs"sv, "no"sv,  "nos"sv,  "nov"sv,  "nr"sv,  "oct"sv,  "op"sv,  "p"sv,    "pp"sv,  "sec"sv,
    "sept"sv, "tel"sv, "ver"sv,  "vol"sv,  "vols"sv};
constexpr std::array kMayEnd = {"Ave"sv, "Blvd"sv, "Bros"sv, "Co"sv,  "Corp"sv, "Dept"sv, "Esq"sv,
                                "Inc"sv, "Jr"sv,   "Ltd"sv,  "Mo"sv,  "Plc"sv,  "Rd"sv,   "Sr"sv,
                                "St"sv,  "Ste"sv,  "Univ"sv, "bzw"sv, "dept"sv, "est"sv,  "etc"sv,
                                "ff"sv,  "hrs"sv,  "jr"sv,   "plc"sv, "sq"sv,   "usf"sv,  "usw"sv};
constexpr std::array kStarters = {
    "A"sv,          "Aber"sv,         "About"sv,     "According"sv,   "Across"sv,  "Additionally"sv,
    "After"sv,      "Again"sv,        "Against"sv,   "All"sv,         "Almost"sv,  "Already"sv,
    "Also"sv,       "Although"sv,     "Always"sv,    "Am"sv,          "Among"sv,   "An"sv,
    "And"sv,        "Another"sv,      "Any"sv,       "Are"sv,         "As"sv,      "At"sv,
    "Auch"sv,       "Auf"sv,          "Because"sv,   "Before"sv,      "Behind"sv,  "Besides"sv,
    "Between"sv,    "Both"sv,         "But"sv,       "By"sv,          "Can"sv,     "Ce"sv,
    "Ces"sv,        "Cette"sv,        "Dans"sv,      "Das"sv,         "Der"sv,     "Despite"sv,
    "Did"sv,        "Die"sv,          "Do"sv,        "Does"sv,        "During"sv,  "Each"sv,
    "Earlier"sv,    "Ein"sv,          "Eine"sv,      "Either"sv,      "El"sv,      "Elle"sv,
    "Elles"sv,      "En"sv,           "Er"sv,        "Es"sv,          "Et"sv,      "Even"sv,
    "Eventually"sv, "Every"sv,        "Everyone"sv,  "Few"sv,         "Finally"sv, "First"sv,
    "For"sv,        "From"sv,         "Further"sv,   "Furthermore"sv, "Given"sv,   "Had"sv,
    "Has"sv,        "Have"sv,         "He"sv,        "Her"sv,         "Here"sv,    "His"sv,
    "How"sv,        "However"sv,      "I"sv,         "Ich"sv,         "If"sv,      "Il"sv,
    "Ils"sv,        "Im"sv,           "In"sv,        "Indeed"sv,      "Instead"sv, "Is"sv,
    "It"sv,         "Its"sv,          "Je"sv,        "Just"sv,        "Last"sv,    "Later"sv,
    "Le"sv,         "Les"sv,          "Let"sv,       "Like"sv,        "Mais"sv,    "Many"sv,
    "Maybe"sv,      "Meanwhile"sv,    "Moreover"sv,  "Most"sv,        "Much"sv,    "My"sv,
    "Nach"sv,       "Nevertheless"sv, "Next"sv,      "No"sv,          "Nobody"sv,  "None"sv,
    "Nor"sv,        "Not"sv,          "Nothing"sv,   "Nous"sv,        "Now"sv,     "Of"sv,
    "Often"sv,      "On"sv,           "Once"sv,      "One"sv,         "Only"sv,    "Or"sv,
    "Other"sv,      "Others"sv,       "Our"sv,       "Over"sv,        "People"sv,  "Perhaps"sv,
    "Pour"sv,       "Rather"sv,       "Recently"sv,  "Several"sv,     "She"sv,     "Should"sv,
    "Sie"sv,        "Similarly"sv,    "Since"sv,     "So"sv,          "Some"sv,    "Sometimes"sv,
    "Soon"sv,       "Still"sv,        "Such"sv,      "That"sv,        "The"sv,     "Their"sv,
    "Then"sv,       "There"sv,        "Therefore"sv, "These"sv,       "They"sv,    "This"sv,
    "Those"sv,      "Though"sv,       "Through"sv,   "Thus"sv,        "To"sv,      "Today"sv,
    "Together"sv,   "Tomorrow"sv,     "Two"sv,       "Un"sv,          "Und"sv,     "Under"sv,
    "Une"sv,        "Unless"sv,       "Unlike"sv,    "Until"sv,       "Upon"sv,    "Vous"sv,
    "Was"sv,        "We"sv,           "Were"sv,      "What"sv,        "When"sv,    "Where"sv,
    "Whether"sv,    "Which"sv,        "While"sv,     "Who"sv,         "Why"sv,     "Will"sv,
    "Wir"sv,        "With"sv,         "Within"sv,    "Without"sv,     "Would"sv,   "Yes"sv,
    "Yesterday"sv,  "Yet"sv,          "You"sv,       "Your"sv};
constexpr std::array kMonths = {"April"sv,    "August"sv,  "Dezember"sv, "Februar"sv, "Jan"sv,
                                "Januar"sv,   "Juli"sv,    "Juni"sv,     "Mai"sv,     "März"sv,
                                "November"sv, "Oktober"sv, "September"sv};
constexpr std::array kBeforeOrdinal = {
    "Am"sv, "Das"sv, "Dem"sv,  "Den"sv, "Der"sv, "Die"sv, "Im"sv,  "Vom"sv, "Zum"sv,
    "am"sv, "auf"sv, "bis"sv,  "das"sv, "dem"sv, "den"sv, "der"sv, "des"sv, "die"sv,
    "im"sv, "ins"sv, "seit"sv, "und"sv, "vom"sv, "zum"sv, "zur"sv};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::binary_search(list.begin(), list.end(), word);
}

/// Letters in groups of one to three with full stops between them: "U.S", "a.m", "Ph.D".
bool is_dotted(std::string_view word) {
  std::size_t group = 0;
  bool dotted = false;
  for (const char c : word) {
    if (c == '.') {
      if (group == 0) return false;
      dotted = true;
      group = 0;
    } else if (!is_ascii_letter(c) || ++group > 3) {
      return false;
    }
  }
  return dotted && group > 0;
}

/// "Bldg", "Hwy": a capital and consonants only, so no word.
bool is_consonants(std::string_view word) {
  if (word.size() < 2 || word.size() > 5 || word[0] < 'A' || word[0] > 'Z') return false;
  return std::all_of(word.begin() + 1, word.end(), [](char c) {
    return c >= 'a' && c <= 'z' && "aeiouy"sv.find(c) == std::string_view::npos;
  });
}

/// One letter of any alphabet: an initial.
bool is_single_letter(std::string_view word) {
  if (word.size() == 1) return is_ascii_letter(word[0]);
  return word.size() == 2 && static_cast<unsigned char>(word[0]) >= 0xC3 &&
         static_cast<unsigned char>(word[0]) <= 0xD3;
}

}  // namespace

Abbreviation abbreviation_of(std::string_view word) {
  if (word == "e.g" || word == "i.e" || word == "E.g" || word == "I.e") return Abbreviation::kNever;
  if (holds(kBeforeNumber, word)) return Abbreviation::kBeforeNumber;
  if (is_dotted(word) || is_single_letter(word)) return Abbreviation::kMayEnd;
  if (holds(kNever, word)) return Abbreviation::kNever;
  if (holds(kMayEnd, word) || is_consonants(word)) return Abbreviation::kMayEnd;
  return Abbreviation::kNone;
}

bool begins_sentences(std::string_view word) {
  return holds(kStarters, word);
}

bool is_month(std::string_view word) {
  return holds(kMonths, word);
}

bool precedes_ordinal(std::string_view word) {
  return holds(kBeforeOrdinal, word);
}

}  // namespace weft
