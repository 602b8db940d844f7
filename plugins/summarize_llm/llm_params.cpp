// SPDX-License-Identifier: Apache-2.0
/// The parameters as the host and a user see them.
#include "settings.hpp"

namespace weft {
namespace {

std::vector<Param> of_the_summary() {
  return {
      {.name = "language",
       .type = WEFT_TYPE_LANGUAGE,
       .doc = "language of the summary; else that of the document"},
      {.name = "sentences",
       .type = WEFT_TYPE_INTEGER,
       .doc = "most sentences; 5 where no budget is given",
       .unit = "sentences",
       .min = "1",
       .max = "100"},
      {.name = "words",
       .type = WEFT_TYPE_INTEGER,
       .doc = "most words; a Han or Kana character is one",
       .unit = "words",
       .min = "1"},
      {.name = "characters",
       .type = WEFT_TYPE_INTEGER,
       .doc = "most characters, white space not counted",
       .unit = "characters",
       .min = "1"},
      {.name = "headline",
       .type = WEFT_TYPE_CHOICE,
       .def = "missing",
       .doc = "ask for a headline: where there is no title, always, or never",
       .choices = {"missing", "always", "never"}},
      {.name = "keyphrases",
       .type = WEFT_TYPE_INTEGER,
       .def = "0",
       .doc = "how many key phrases to ask for",
       .unit = "phrases",
       .min = "0",
       .max = "50"},
      {.name = "instructions", .doc = "what to tell the model besides, as in \"For physicians.\""},
      {.name = "fallback",
       .type = WEFT_TYPE_CHOICE,
       .def = "none",
       .doc = "what to do where the model gives no summary: fail, or pick sentences as "
              "summarize_rank does and say why",
       .choices = {"none", "rank"}}};
}

std::vector<Param> of_the_model() {
  return {
      {.name = "endpoint",
       .doc = "what stands before /chat/completions, as in https://api.example.com/v1; https, or "
              "http to this machine"},
      {.name = "model", .doc = "the model's name as the endpoint knows it"},
      {.name = "key",
       .type = WEFT_TYPE_SECRET,
       .doc = "the environment variable that holds the endpoint's key"},
      {.name = "allow-plaintext",
       .type = WEFT_TYPE_BOOL,
       .def = "false",
       .doc = "allow http to other machines: the network sees the texts and the key"},
      {.name = "certificates",
       .type = WEFT_TYPE_INPUT,
       .doc = "certificates to trust instead of the system's, a PEM file"},
      {.name = "json",
       .type = WEFT_TYPE_CHOICE,
       .def = "no",
       .doc = "ask for an answer in JSON: no, an object, or one held to a schema by the endpoint",
       .choices = {"no", "object", "schema"}},
      {.name = "stream",
       .type = WEFT_TYPE_BOOL,
       .def = "false",
       .doc = "ask for the answer in pieces, so that no proxy takes it for lost"},
      {.name = "temperature",
       .type = WEFT_TYPE_REAL,
       .def = "0",
       .doc = "how freely the model chooses",
       .min = "0",
       .max = "2"},
      {.name = "seed", .type = WEFT_TYPE_INTEGER, .doc = "sent where the endpoint knows seeds"},
      {.name = "answer-tokens",
       .type = WEFT_TYPE_INTEGER,
       .def = "2048",
       .doc = "most tokens of an answer, thoughts included; twice doubled where it was cut off",
       .unit = "tokens",
       .min = "16"},
      {.name = "context-tokens",
       .type = WEFT_TYPE_INTEGER,
       .def = "0",
       .doc = "what the model takes, prompt and answer; 0: found out by asking",
       .unit = "tokens",
       .min = "0"},
      {.name = "max-tokens-field",
       .def = "max_tokens",
       .doc = "how the endpoint calls it; some want max_completion_tokens"},
      {.name = "extra",
       .doc = "members added to every request, a JSON object, as in "
              "{\"chat_template_kwargs\": {\"enable_thinking\": false}}"}};
}

Param number(const char* name, std::uint32_t type, const char* doc, const char* unit = nullptr) {
  return {.name = name, .type = type, .def = "0", .doc = doc, .unit = unit, .min = "0"};
}

std::vector<Param> of_budgets() {
  return {number("document-requests", WEFT_TYPE_INTEGER, "requests for one document; 0: no limit",
                 "requests"),
          number("document-tokens", WEFT_TYPE_INTEGER, "tokens sent for one document", "tokens"),
          number("document-output-tokens", WEFT_TYPE_INTEGER, "tokens written for one document",
                 "tokens"),
          number("document-cost", WEFT_TYPE_REAL, "cost of one document, by the prices"),
          number("document-seconds", WEFT_TYPE_REAL, "waited for one document", "seconds"),
          number("run-requests", WEFT_TYPE_INTEGER, "requests of the run; 0: no limit", "requests"),
          number("run-tokens", WEFT_TYPE_INTEGER, "tokens sent in the run", "tokens"),
          number("run-output-tokens", WEFT_TYPE_INTEGER, "tokens written in the run", "tokens"),
          number("run-cost", WEFT_TYPE_REAL, "cost of the run, by the prices"),
          number("run-seconds", WEFT_TYPE_REAL, "waited in the run, of all threads", "seconds"),
          number("price-prompt", WEFT_TYPE_REAL, "price of a million tokens sent"),
          number("price-output", WEFT_TYPE_REAL, "price of a million tokens written")};
}

std::vector<Param> of_the_network() {
  return {
      {.name = "timeout",
       .type = WEFT_TYPE_DURATION,
       .def = "10m",
       .doc = "how long one attempt may take",
       .min = "1s",
       .max = "1h"},
      {.name = "retries",
       .type = WEFT_TYPE_INTEGER,
       .def = "2",
       .doc = "attempts after the first for what may pass",
       .min = "0",
       .max = "20"},
      number("requests-per-minute", WEFT_TYPE_REAL,
             "requests are spread to this rate, of all threads together; 0: no limit"),
      number("tokens-per-minute", WEFT_TYPE_REAL, "the same for tokens, counted at their most"),
      {.name = "cache", .doc = "folder for answers already given; without it every run asks anew"},
      {.name = "cache-size",
       .type = WEFT_TYPE_SIZE,
       .def = "0",
       .doc = "the oldest answers go when a run begins with more; 0: all stay"},
      {.name = "cache-age",
       .type = WEFT_TYPE_DURATION,
       .def = "0s",
       .doc = "older answers are asked for again; 0s: never"}};
}

}  // namespace

std::vector<Param> llm_params() {
  std::vector<Param> out = of_the_summary();
  for (const std::vector<Param>& more : {of_the_model(), of_budgets(), of_the_network()})
    out.insert(out.end(), more.begin(), more.end());
  return out;
}

}  // namespace weft
