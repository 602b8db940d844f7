// SPDX-License-Identifier: Apache-2.0
/// What the readers of JSON answers share.
#pragma once

#include <simdjson.h>

#include <algorithm>
#include <string>

#include "answers.hpp"

namespace weft {

/// An answer that is none: the same request may get a better one.
inline Failure bad_answer(std::string words) {
  Failure failure;
  failure.retry = true;
  failure.words = std::move(words);
  return failure;
}

/// A success whose body cannot be read.
inline Failure no_json(const HttpAnswer& answer) {
  if (answer.body.find_first_not_of(" \r\n\t") == std::string::npos)
    return bad_answer("the answer is empty");
  const bool page = answer.header("content-type").find("html") != std::string_view::npos ||
                    answer.body.compare(answer.body.find_first_not_of(" \r\n\t"), 1, "<") == 0;
  return bad_answer(page ? "the answer is a web page and no JSON: the URL usually ends with /v1"
                         : "the answer is no valid JSON");
}

/// An error that came with status 200, as of some proxies and in streams.
inline bool holds_error(simdjson::dom::object root) {
  simdjson::dom::element error;
  std::string_view object;
  if (root["object"].get(object) == simdjson::SUCCESS && object == "error") return true;
  return root["error"].get(error) == simdjson::SUCCESS && !error.is_null();
}

inline Usage read_usage(simdjson::dom::object root) {
  Usage usage;
  simdjson::dom::object given;
  if (root["usage"].get(given) != simdjson::SUCCESS) return usage;
  constexpr std::uint64_t kMost = std::uint64_t{1}
                                  << 40U;  // sums of what a server claims must not wrap
  std::uint64_t number = 0;
  if (given["prompt_tokens"].get(number) == simdjson::SUCCESS)
    usage.prompt_tokens = std::min(number, kMost);
  if (given["completion_tokens"].get(number) == simdjson::SUCCESS)
    usage.output_tokens = std::min(number, kMost);
  return usage;
}

}  // namespace weft
