// SPDX-License-Identifier: Apache-2.0
/// Reading vectors: everything that is asked for must be there, and be numbers.
#include <simdjson.h>

#include <cmath>

#include "answers.hpp"
#include "json.hpp"

namespace weft {
namespace {

namespace dom = simdjson::dom;

/// Appends the numbers to `row`. False where something is no finite number, or all are zero.
bool read_row(dom::array numbers, std::vector<float>& row) {
  bool any = false;
  for (const dom::element number : numbers) {
    double value = 0;
    if (number.get(value) != simdjson::SUCCESS) return false;
    const auto single = static_cast<float>(value);
    if (!std::isfinite(single)) return false;
    any = any || single != 0;
    row.push_back(single);
  }
  return any;
}

std::string place_of(std::size_t index) {
  return "vector " + std::to_string(index);
}

/// Puts every vector into its row. Empty when all is well, else what is wrong.
std::string collect(dom::array data, std::size_t count, Vectors& out) {
  std::vector<std::vector<float>> rows(count);
  std::size_t position = 0;
  for (const dom::element item : data) {
    std::uint64_t index = 0;
    // Some endpoints leave the index out: then the order counts.
    if (item["index"].get(index) != simdjson::SUCCESS) index = position;
    ++position;
    dom::array numbers;
    if (index >= count) return "it has more vectors than the " + std::to_string(count) + " asked";
    if (!rows[index].empty()) return place_of(index) + " is there twice";
    if (item["embedding"].get(numbers) != simdjson::SUCCESS)
      return place_of(index) + " is no list of numbers";
    if (!read_row(numbers, rows[index]))
      return place_of(index) + " is all zero or holds something that is no number";
  }
  if (position < count) {
    return "it has " + std::to_string(position) + " vectors of the " + std::to_string(count) +
           " asked";
  }
  out.dimension = rows.empty() ? 0 : rows.front().size();
  out.values.clear();
  for (std::size_t i = 0; i < count; ++i) {
    if (rows[i].size() != out.dimension) {
      return place_of(i) + " has " + std::to_string(rows[i].size()) + " numbers, vector 0 has " +
             std::to_string(out.dimension);
    }
    out.values.insert(out.values.end(), rows[i].begin(), rows[i].end());
  }
  return {};
}

}  // namespace

std::optional<Failure> read_embeddings(const HttpAnswer& answer, std::size_t count,
                                       std::string_view key, Vectors& vectors, Usage& usage) {
  dom::parser parser;
  const simdjson::padded_string padded(answer.body);
  dom::object root;
  if (parser.parse(padded).get(root) != simdjson::SUCCESS) return no_json(answer);
  usage = read_usage(root);
  dom::array data;
  if (root["data"].get(data) != simdjson::SUCCESS) {
    if (holds_error(root)) return read_error_body(answer.status, answer.body, key);
    return bad_answer("the answer has no list 'data'");
  }
  const std::string wrong = collect(data, count, vectors);
  if (!wrong.empty()) return bad_answer("the answer is not what was asked for: " + wrong);
  return {};
}

}  // namespace weft
