// SPDX-License-Identifier: Apache-2.0
/// One table.
#include "month_names.hpp"

#include <algorithm>
#include <array>

#include "html_tokens.hpp"

namespace weft {
namespace {

struct MonthName {
  std::string_view name;
  int month;
};

// English, German, French, Spanish, Italian and Portuguese stems that stand for one month only.
constexpr auto kMonths = std::to_array<MonthName>({
    {"january", 1},   {"jan", 1},        {"januar", 1},     {"janvier", 1},    {"enero", 1},
    {"gennaio", 1},   {"janeiro", 1},    {"february", 2},   {"feb", 2},        {"februar", 2},
    {"février", 2},   {"febrero", 2},    {"febbraio", 2},   {"fevereiro", 2},  {"march", 3},
    {"mar", 3},       {"märz", 3},       {"mars", 3},       {"marzo", 3},      {"março", 3},
    {"april", 4},     {"apr", 4},        {"avril", 4},      {"abril", 4},      {"aprile", 4},
    {"may", 5},       {"mai", 5},        {"mayo", 5},       {"maggio", 5},     {"maio", 5},
    {"june", 6},      {"jun", 6},        {"juni", 6},       {"juin", 6},       {"junio", 6},
    {"giugno", 6},    {"junho", 6},      {"july", 7},       {"jul", 7},        {"juli", 7},
    {"juillet", 7},   {"julio", 7},      {"luglio", 7},     {"julho", 7},      {"august", 8},
    {"aug", 8},       {"août", 8},       {"agosto", 8},     {"september", 9},  {"sept", 9},
    {"sep", 9},       {"septembre", 9},  {"septiembre", 9}, {"settembre", 9},  {"setembro", 9},
    {"october", 10},  {"oct", 10},       {"oktober", 10},   {"okt", 10},       {"octobre", 10},
    {"octubre", 10},  {"ottobre", 10},   {"outubro", 10},   {"november", 11},  {"nov", 11},
    {"novembre", 11}, {"noviembre", 11}, {"novembro", 11},  {"december", 12},  {"dec", 12},
    {"dezember", 12}, {"dez", 12},       {"décembre", 12},  {"diciembre", 12}, {"dicembre", 12},
    {"dezembro", 12},
});

}  // namespace

int month_of(std::string_view word) {
  const auto found = std::find_if(kMonths.begin(), kMonths.end(), [&](const MonthName& month) {
    return equals_ignoring_case(word, month.name);
  });
  return found == kMonths.end() ? 0 : found->month;
}

}  // namespace weft
