// SPDX-License-Identifier: Apache-2.0
/// Errors of OpenAI, DeepSeek, vLLM, SGLang, llama.cpp and text-embeddings-inference.
#include "failure.hpp"

#include <curl/curl.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

#include "address.hpp"
#include "weft/ascii.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

namespace dom = simdjson::dom;
constexpr std::size_t kQuoted = 300;
constexpr double kLongestBackoff = 8;

/// What an error body says.
struct ErrorBody {
  std::string message, type, code;
  std::uint64_t context_tokens = 0;
  std::uint64_t prompt_tokens = 0;
};

std::string text_of(dom::object object, std::string_view member) {
  std::string_view text;
  std::int64_t number = 0;
  dom::element element;
  if (object[member].get(element) != simdjson::SUCCESS) return {};
  if (element.get(text) == simdjson::SUCCESS) return std::string(text);
  return element.get(number) == simdjson::SUCCESS ? std::to_string(number) : std::string();
}

std::uint64_t number_of(dom::object object, std::string_view member) {
  std::uint64_t number = 0;
  return object[member].get(number) == simdjson::SUCCESS ? number : 0;
}

/// The first number behind these words, 0 without one: vLLM and OpenAI tell lengths in words only.
std::uint64_t number_behind(const std::string& text, std::string_view words) {
  const std::size_t found = text.find(words);
  if (found == std::string::npos) return 0;
  const std::size_t digits = text.find_first_of("0123456789", found + words.size());
  std::uint64_t number = 0;
  constexpr std::size_t kNear = 32;
  if (digits == std::string::npos || digits > found + words.size() + kNear) return 0;
  std::from_chars(text.data() + digits, text.data() + text.size(), number);
  return number;
}

/// "maximum context length is 4096 tokens. However, you requested 5000 tokens", and its relatives.
void read_lengths_in_words(ErrorBody& body) {
  if (body.context_tokens != 0) return;
  body.context_tokens = number_behind(body.message, "context length");
  for (const char* words : {"you requested", "resulted in", "contains"}) {
    if (body.prompt_tokens == 0) body.prompt_tokens = number_behind(body.message, words);
  }
}

ErrorBody read_body(std::string_view body) {
  ErrorBody out;
  dom::parser parser;
  dom::element root;
  dom::object object;
  if (parser.parse(simdjson::padded_string(body)).get(root) != simdjson::SUCCESS) {
    out.message = body;
    return out;
  }
  if (root.get(object) != simdjson::SUCCESS) {
    out.message = body;
    return out;
  }
  dom::object inner;
  std::string_view plain;
  if (object["error"].get(inner) == simdjson::SUCCESS) object = inner;
  out.message = text_of(object, "message");
  if (out.message.empty() && object["error"].get(plain) == simdjson::SUCCESS) out.message = plain;
  if (out.message.empty()) out.message = text_of(object, "detail");
  if (out.message.empty()) out.message = body;
  out.type = text_of(object, "type");
  if (out.type.empty()) out.type = text_of(object, "error_type");
  out.code = text_of(object, "code");
  out.context_tokens = number_of(object, "n_ctx");
  out.prompt_tokens = number_of(object, "n_prompt_tokens");
  read_lengths_in_words(out);
  return out;
}

bool holds_any(const std::string& text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

bool is_overflow(long status, const ErrorBody& body) {
  if (status == 413) return true;
  if (body.type == "exceed_context_size_error" || body.code == "context_length_exceeded")
    return true;
  if (status == 429) return false;  // "too many tokens" of a minute, not of a text
  return holds_any(
      ascii_lowered(body.message),
      {"context length", "context size", "context window", "maximum input length",
       "too many tokens", "tokens. given", "input is too large", "prompt is too long"});
}

/// Of a quota that waiting does not refill within a run.
bool is_exhausted(const ErrorBody& body) {
  return body.code == "insufficient_quota" || body.type == "insufficient_quota" ||
         body.code == "billing_hard_limit_reached";
}

bool is_any(const std::string& name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// 403 is said to keys and to texts. Where the body does not tell, other requests must: see
/// Client::judge_refusal.
void classify_forbidden(const ErrorBody& body, Failure& failure) {
  failure.status = WEFT_E_INPUT;
  const std::string said = ascii_lowered(body.message);
  const auto names = {std::string_view("content_filter"),
                      std::string_view("content_policy_violation"),
                      std::string_view("data_inspection_failed")};
  if (is_any(body.code, names) || is_any(body.type, names) ||
      holds_any(said, {"content filter", "content policy", "content management policy",
                       "moderation", "flagged", "inappropriate content"})) {
    failure.words += "; the endpoint's content filter refused this text";
    return;
  }
  for (const std::string& name : {body.code, body.type}) {
    if (!is_any(name, {"invalid_api_key", "permission_denied", "permission_error",
                       "insufficient_permissions", "unsupported_country_region_territory"}))
      continue;
    failure.status = WEFT_E_CONFIG;
    failure.words += "; the key may not use this model or endpoint";
    return;
  }
  failure.refused = true;
  failure.words += "; the endpoint refuses this text, or the key may not use this model";
}

struct Meaning {
  long status;
  weft_status result;
  const char* cure;
};
constexpr std::array<Meaning, 5> kMeanings{{
    {401, WEFT_E_CONFIG, "the key was refused: is the right environment variable named, and set?"},
    {402, WEFT_E_CONFIG, "the account has no balance"},
    {404, WEFT_E_CONFIG,
     "no such model or path: check the model's name, and that the URL ends "
     "before /embeddings or /chat/completions"},
    {405, WEFT_E_CONFIG,
     "the path is no OpenAI-compatible endpoint: the URL usually ends with /v1"},
    {501, WEFT_E_CONFIG, "the endpoint does not offer this kind of request"},
}};

bool is_passing(long status) {
  return status == 408 || status == 409 || status == 425 || status == 429 || status >= 500;
}

Failure classify(long status, const ErrorBody& body, std::string_view key) {
  Failure failure;
  failure.words = std::to_string(status);
  const auto* meaning = std::find_if(kMeanings.begin(), kMeanings.end(),
                                     [&](const Meaning& m) { return m.status == status; });
  const std::string said = quote(body.message, key);
  // Some servers repeat a part of the key when they refuse it.
  const bool may_hold_key = status == 401 || status == 403;
  if (!said.empty() && !may_hold_key) failure.words += ": \"" + said + "\"";
  if (is_overflow(status, body) && !may_hold_key) {
    failure.status = WEFT_E_LIMIT;
    failure.overflow = true;
    failure.context_tokens = body.context_tokens;
    failure.prompt_tokens = body.prompt_tokens;
  } else if (status == 403) {
    classify_forbidden(body, failure);
  } else if (meaning != kMeanings.end()) {
    failure.status = meaning->result;
    failure.words += std::string("; ") + meaning->cure;
  } else if (is_exhausted(body)) {
    failure.status = WEFT_E_CONFIG;
    failure.words += "; the account's quota is used up";
  } else if (is_passing(status)) {
    failure.retry = true;
  } else {
    failure.status = WEFT_E_INPUT;
  }
  return failure;
}

Failure trouble(const HttpAnswer& answer, std::string_view key) {
  Failure failure;
  failure.words = quote(answer.words, key);
  failure.retry = answer.trouble == HttpAnswer::Trouble::kConnection;
  if (answer.trouble == HttpAnswer::Trouble::kTooLong) failure.status = WEFT_E_LIMIT;
  if (answer.trouble == HttpAnswer::Trouble::kTrust) {
    failure.status = WEFT_E_CONFIG;
    failure.words += "; name the certificate of its authority if you trust it";
  }
  return failure;
}

/// One line of valid UTF-8 without controls, of the first `most` bytes or so that such have.
std::string one_line(std::string_view text, std::size_t most) {
  std::string out;
  for (std::size_t at = 0; at < text.size() && out.size() < most;) {
    const std::size_t bytes = sequence_size(text, at);
    const auto lead = static_cast<unsigned char>(text[at]);
    // C1 controls are C2 80 .. C2 9F.
    const bool control =
        lead < 0x20 || lead == 0x7F ||
        (bytes == 2 && lead == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0);
    if (bytes > 0 && !control) out.append(text, at, bytes);
    if (control && !out.empty() && out.back() != ' ') out += ' ';
    at += std::max<std::size_t>(bytes, 1);
  }
  return out;
}

}  // namespace

std::string without_key(std::string_view text, std::string_view key, std::size_t least) {
  if (key.empty() || key.size() < least) return std::string(text);
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t found = text.find(key, at);
    out += text.substr(at, found - at);
    if (found == std::string_view::npos) return out;
    out += "[key]";
    at = found + key.size();
  }
}

std::string quote(std::string_view text, std::string_view key) {
  // Longer than what is quoted even if it were nothing but keys; only then it is cut, so that no
  // part of a key is left. Broken bytes may have parted a key: without them it is looked for again.
  const std::size_t most = 64 * (kQuoted + key.size());
  std::string out = without_key(one_line(without_key(text, key), most), key);
  std::size_t end = std::min(out.size(), kQuoted);
  while (!on_border(out, end))
    --end;
  while (end > 0 && out[end - 1] == ' ')
    --end;
  out.resize(end);
  return out;
}

Failure read_error_body(long status, std::string_view body, std::string_view key) {
  const ErrorBody read = read_body(body);
  // A stream's status is long sent when it fails: the code in the body says more.
  long code = 0;
  const auto parsed = std::from_chars(read.code.data(), read.code.data() + read.code.size(), code);
  const bool useful = parsed.ec == std::errc() && code >= 400 && code < 600;
  return classify(status >= 400 ? status : (useful ? code : 500), read, key);
}

Failure read_failure(const HttpAnswer& answer, std::string_view key) {
  if (answer.trouble != HttpAnswer::Trouble::kNone) return trouble(answer, key);
  if (answer.status >= 300 && answer.status < 400) {
    Failure failure;
    failure.status = WEFT_E_CONFIG;
    failure.words = std::to_string(answer.status) + ": it redirects to " +
                    quote(without_secrets(std::string(answer.header("location"))), key) +
                    "; redirects are not followed: write the final URL into the pipeline file";
    return failure;
  }
  Failure failure = classify(answer.status, read_body(answer.body), key);
  const std::string_view wish = answer.header("x-should-retry");
  if (wish == "true" && failure.status != WEFT_E_CONFIG && !failure.overflow) {
    failure.status = WEFT_E_TRANSIENT;
    failure.retry = true;
  }
  if (wish == "false") failure.retry = false;
  return failure;
}

std::optional<double> asked_pause(const HttpAnswer& answer, std::time_t now) {
  const auto number = [](std::string_view text) -> std::optional<double> {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return {};
    if (!std::isfinite(value) || value < 0) return {};
    return value;
  };
  if (const auto wait = number(answer.header("retry-after-ms"))) return *wait / 1000;
  const std::string after(answer.header("retry-after"));
  if (const auto wait = number(after)) return wait;
  const std::time_t date = after.empty() ? -1 : curl_getdate(after.c_str(), nullptr);
  if (date < 0) return {};
  return std::max(0.0, std::difftime(date, now));
}

double backoff(double first, std::uint32_t attempt, double jitter) {
  const double pause = std::min(first * std::pow(2.0, attempt), kLongestBackoff);
  return pause * (1 - 0.25 * jitter);
}

}  // namespace weft
