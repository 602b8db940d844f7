// SPDX-License-Identifier: Apache-2.0
/// Vectors of texts: from the cache, else in batches from the endpoint.
#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "client.hpp"
#include "weft/endpoint/errors.hpp"
#include "weft/endpoint/tokens.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr const char* kEmbeddingsPath = "/embeddings";

std::string bytes_of(const std::vector<float>& row) {
  std::string out(row.size() * sizeof(float), '\0');
  std::memcpy(out.data(), row.data(), out.size());
  return out;
}

std::vector<float> row_of(std::string_view bytes) {
  std::vector<float> row(bytes.size() / sizeof(float));
  std::memcpy(row.data(), bytes.data(), row.size() * sizeof(float));
  return row;
}

/// The beginning of a text, for messages.
std::string shown(std::string_view text) {
  constexpr std::size_t kShown = 40;
  std::size_t end = std::min(text.size(), kShown);
  while (!on_border(text, end))
    --end;
  return "'" + std::string(text.substr(0, end)) + (end < text.size() ? "...'" : "'");
}

}  // namespace

/// Texts without a vector yet, each once, in the order they were met.
struct Endpoint::Client::Pending {
  std::vector<std::string_view> texts;
  std::vector<std::size_t> rows;  ///< where their vectors go
};

std::string Endpoint::Client::embedding_question(std::string_view text) const {
  std::string question = "embedding\n" + address_.base + "\n" + options_.model + "\n";
  question += text;
  return question;
}

void Endpoint::Client::ask_batch(const Pending& pending, std::size_t begin, std::size_t end,
                                 const EndpointCall& call, std::vector<std::vector<float>>& rows) {
  nlohmann::json body{{"model", options_.model}, {"encoding_format", "float"}};
  Question question;
  for (std::size_t i = begin; i < end; ++i) {
    body["input"].push_back(pending.texts[i]);
    question.most.prompt_tokens += estimate_tokens(pending.texts[i]);
  }
  question.path = kEmbeddingsPath;
  question.body = body.dump();
  question.most.calls = 1;
  price(question.most);
  Vectors vectors;
  question.read = [&](const HttpAnswer& answer, Usage& usage) {
    auto failure = read_embeddings(answer, end - begin, options_.key, vectors, usage);
    if (!usage.output_tokens) usage.output_tokens = 0;
    return failure;
  };
  try {
    ask(question, call);
  } catch (const ContextOverflow& overflow) {
    // Some endpoints count the tokens of a batch together.
    if (end - begin == 1) {
      throw ContextOverflow(std::string(overflow.what()) + ": " + shown(pending.texts[begin]),
                            overflow.context_tokens(), overflow.prompt_tokens());
    }
    const std::size_t middle = begin + (end - begin) / 2;
    ask_batch(pending, begin, middle, call, rows);
    ask_batch(pending, middle, end, call, rows);
    return;
  }
  for (std::size_t i = begin; i < end; ++i) {
    const auto row = vectors.row(i - begin);
    rows[pending.rows[i]].assign(row.begin(), row.end());
    ++fetched_;
    if (!cache_) continue;
    const bool kept =
        cache_->keep(embedding_question(pending.texts[i]), bytes_of(rows[pending.rows[i]]));
    if (!kept) ++cache_faults_;
  }
}

/// Each text once: `places` says which row belongs to a text; rows of the cache are filled.
void Endpoint::Client::look_up(std::span<const std::string_view> texts,
                               std::vector<std::size_t>& places,
                               std::vector<std::vector<float>>& rows, Pending& pending) {
  std::unordered_map<std::string_view, std::size_t> row_of_text;
  for (const std::string_view text : texts) {
    if (text.empty() || find_invalid_utf8(text) != std::string_view::npos)
      throw Error(WEFT_E_INPUT, "endpoint: an empty text or broken UTF-8 has no vector");
    const auto [found, added] = row_of_text.try_emplace(text, rows.size());
    places.push_back(found->second);
    if (!added) continue;
    rows.emplace_back();
    if (const auto known = cache_ ? cache_->find(embedding_question(text)) : std::nullopt) {
      rows.back() = row_of(*known);
      ++cached_;
    }
    if (!rows.back().empty()) continue;
    pending.texts.push_back(text);
    pending.rows.push_back(found->second);
  }
}

Vectors Endpoint::Client::embed(std::span<const std::string_view> texts, const EndpointCall& call) {
  std::vector<std::size_t> places;
  std::vector<std::vector<float>> rows;
  Pending pending;
  look_up(texts, places, rows, pending);
  for (std::size_t begin = 0, end = 0; begin < pending.texts.size(); begin = end) {
    std::size_t bytes = 0;
    const std::size_t most = std::max<std::size_t>(options_.batch, 1);
    while (end < pending.texts.size() && end - begin < most) {
      bytes += pending.texts[end].size();
      if (bytes > options_.batch_bytes && end > begin) break;
      ++end;
    }
    ask_batch(pending, begin, end, call, rows);
  }
  Vectors out;
  out.dimension = rows.empty() ? 0 : rows.front().size();
  for (const std::size_t place : places) {
    const std::vector<float>& row = rows[place];
    if (row.size() != out.dimension) {
      throw Error(WEFT_E_CONFIG,
                  "endpoint " + without_secrets(address_.base) + " (model " + options_.model +
                      "): vectors of " + std::to_string(out.dimension) + " and of " +
                      std::to_string(row.size()) +
                      " numbers; if the model behind the name has changed, clear the cache");
    }
    out.values.insert(out.values.end(), row.begin(), row.end());
  }
  return out;
}

}  // namespace weft
