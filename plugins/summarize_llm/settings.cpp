// SPDX-License-Identifier: Apache-2.0
/// Declaring and reading parameters.
#include "settings.hpp"

namespace weft {
namespace {

std::uint64_t count_of(const Options& options, const char* param) {
  return options.has(param) ? static_cast<std::uint64_t>(options.integer(param)) : 0;
}

EndpointOptions endpoint_options(const Options& options) {
  EndpointOptions out;
  out.url = options.string("endpoint");
  out.model = options.string("model");
  out.key = options.string("key");
  out.allow_plaintext = options.boolean("allow-plaintext");
  out.certificates = options.string("certificates");
  out.timeout = options.real("timeout");
  out.retries = static_cast<std::uint32_t>(options.integer("retries"));
  out.requests_per_minute = options.real("requests-per-minute");
  out.tokens_per_minute = options.real("tokens-per-minute");
  out.answer_bytes = std::size_t{16} << 20U;
  out.max_tokens_field = options.string("max-tokens-field");
  out.cache_directory = options.string("cache");
  out.cache_bytes = count_of(options, "cache-size");
  out.cache_age = options.real("cache-age");
  out.prices = {options.real("price-prompt"), options.real("price-output")};
  out.run = {count_of(options, "run-requests"), count_of(options, "run-tokens"),
             count_of(options, "run-output-tokens"), options.real("run-cost"),
             options.real("run-seconds")};
  return out;
}

Wish read_wish(const Options& options) {
  Wish out;
  out.language = options.string("language");
  out.words = count_of(options, "words");
  out.characters = count_of(options, "characters");
  out.sentences = count_of(options, "sentences");
  constexpr std::uint64_t kDefaultSentences = 5;
  if (out.sentences + out.words + out.characters == 0) out.sentences = kDefaultSentences;
  out.keyphrases = count_of(options, "keyphrases");
  out.instructions = options.string("instructions");
  const std::string form = options.string("json");
  if (form == "object") out.form = AnswerForm::kJson;
  if (form == "schema") out.form = AnswerForm::kSchema;
  return out;
}

ChatRequest read_request(const Options& options) {
  ChatRequest out;
  out.max_tokens = static_cast<std::uint32_t>(options.integer("answer-tokens"));
  out.temperature = options.real("temperature");
  if (options.has("seed")) out.seed = options.integer("seed");
  out.stream = options.boolean("stream");
  out.extra = options.string("extra");
  return out;
}

}  // namespace

std::string no_endpoint_message() {
  return "summarize_llm: no endpoint is configured: write endpoint=\"https://HOST/v1\" and "
         "model=\"NAME\" at this stage, and where the endpoint asks for a key, put it into an "
         "environment variable, as in DEEPSEEK_API_KEY, and write key=\"DEEPSEEK_API_KEY\"; or "
         "fallback=\"rank\" to do without a model";
}

LlmSettings read_settings(const Options& options) {
  LlmSettings out;
  out.falls_back = options.string("fallback") == "rank";
  if (options.has("endpoint")) out.endpoint = endpoint_options(options);
  if (!out.endpoint && !out.falls_back) throw Error(WEFT_E_CONFIG, no_endpoint_message());
  out.document = {count_of(options, "document-requests"), count_of(options, "document-tokens"),
                  count_of(options, "document-output-tokens"), options.real("document-cost"),
                  options.real("document-seconds")};
  out.wish = read_wish(options);
  const std::string headline = options.string("headline");
  if (headline == "always") out.headline = HeadlineWish::kAlways;
  if (headline == "never") out.headline = HeadlineWish::kNever;
  out.request = read_request(options);
  out.context_tokens = static_cast<std::size_t>(options.integer("context-tokens"));
  return out;
}

std::string host_of(const std::string& url) {
  const std::size_t scheme = url.find("://");
  const std::size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
  const bool numeric = begin < url.size() && url[begin] == '[';  // IPv6 has colons of its own
  std::size_t end = url.find_first_of(numeric ? "]" : ":/", begin);
  if (numeric && end != std::string::npos) ++end;
  return url.substr(begin, end == std::string::npos ? end : end - begin);
}

PickBudget pick_budget(const Wish& wish) {
  PickBudget out;
  if (wish.sentences > 0) out.sentences = wish.sentences;
  if (wish.words > 0) out.words = wish.words;
  if (wish.characters > 0) out.characters = wish.characters;
  return out;
}

}  // namespace weft
