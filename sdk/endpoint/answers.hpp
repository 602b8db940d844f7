// SPDX-License-Identifier: Apache-2.0
/// From the body of a successful answer to vectors or a chat answer.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "failure.hpp"
#include "http.hpp"
#include "weft/endpoint/chat.hpp"
#include "weft/endpoint/vectors.hpp"

namespace weft {

/// The endpoint's own count of tokens; nothing where it gives none.
struct Usage {
  std::optional<std::uint64_t> prompt_tokens = {};
  std::optional<std::uint64_t> output_tokens = {};
};

/// Reads `count` vectors in the order of their indexes. Nothing when all is well; else why not:
/// vectors missing, twice, of different dimensions, or with numbers that are none or all zero.
std::optional<Failure> read_embeddings(const HttpAnswer& answer, std::size_t count,
                                       std::string_view key, Vectors& vectors, Usage& usage);

/// Says why a text is no answer; empty where it is one.
using Objection = std::function<std::string(std::string_view content)>;

/// Reads an answer, streamed or not, whichever the endpoint chose. Usage is read even of bad
/// answers. `objection` may be empty.
std::optional<Failure> read_chat(const HttpAnswer& answer, const ChatRequest& request,
                                 std::string_view key, const Objection& objection, ChatAnswer& read,
                                 Usage& usage);

/// The text behind the thoughts of a reasoning model, without white space at its ends. Thoughts
/// stand in front, between <think> and </think>; the first tag may be missing, as where the
/// template of the prompt held it. Unfinished thoughts leave nothing.
std::string_view without_thoughts(std::string_view text);

/// Without a code fence (three backquotes) around the whole.
std::string_view without_fence(std::string_view text);

}  // namespace weft
