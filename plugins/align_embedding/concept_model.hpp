// SPDX-License-Identifier: Apache-2.0
/// For tests: an embeddings model that knows a small table of concepts in two languages, and
/// nothing of what translates what.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/http/http_server.hpp"
#include "tests/support/stage_harness.hpp"

namespace weft::test {

/// The vector of a text is the sum of the vectors of the concepts it names, each drawn by lot from
/// its place in the table, and a little of what all texts of a language share.
class ConceptModel {
 public:
  static constexpr std::size_t kDimension = 96;

  /// Lines of "English<tab>Chinese".
  explicit ConceptModel(const std::string& table) {
    std::istringstream lines(table);
    std::string line;
    while (std::getline(lines, line)) {
      const std::size_t tab = line.find('\t');
      words_.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
  }

  [[nodiscard]] std::vector<float> vector_of(std::string_view text) const {
    bool chinese = false;
    for (const char c : text)
      chinese = chinese || (static_cast<unsigned char>(c) & 0x80U) != 0;
    std::vector<float> out(kDimension, 0.0F);
    add(chinese ? 1001 : 1000, 0.6F, out);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::string& word = chinese ? words_[i].second : words_[i].first;
      for (std::size_t at = text.find(word); at != std::string_view::npos;
           at = text.find(word, at + 1))
        add(i, 1.0F, out);
    }
    return out;
  }

  /// Answers requests to /v1/embeddings.
  [[nodiscard]] HttpReply answer(const HttpRequest& request) const {
    nlohmann::json answer{{"data", nlohmann::json::array()}};
    const nlohmann::json body = nlohmann::json::parse(request.body);
    for (const auto& text : body.at("input")) {
      const std::size_t index = answer["data"].size();
      answer["data"].push_back(
          {{"index", index}, {"embedding", vector_of(text.get<std::string>())}});
    }
    return {.body = answer.dump()};
  }

 private:
  static void add(std::size_t concept_number, float weight, std::vector<float>& out) {
    std::mt19937 random(static_cast<std::uint32_t>(concept_number * 7919 + 17));
    for (float& value : out) {
      const auto drawn = static_cast<float>(random() % 2001) / 1000.0F - 1.0F;
      value += weight * drawn;
    }
  }

  std::vector<std::pair<std::string, std::string>> words_;
};

}  // namespace weft::test
