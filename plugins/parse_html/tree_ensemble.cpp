// SPDX-License-Identifier: Apache-2.0
/// Trees as one flat array in preorder, so that a walk touches neighbouring memory.
#include "tree_ensemble.hpp"

#include <charconv>
#include <cmath>
#include <string>

#include <weft/error.hpp>

namespace weft {
namespace {

[[noreturn]] void refuse_token(std::string_view token) {
  throw Error(WEFT_E_INTERNAL, "parse_html: the content model has a bad token '" +
                                   std::string(token) +
                                   "'; restore content_model.inc as it was committed");
}

std::string_view next_token(std::string_view& rest) {
  const std::size_t begin = rest.find_first_not_of(" \n\r\t");
  if (begin == std::string_view::npos) {
    rest = {};
    return {};
  }
  const std::size_t end = std::min(rest.find_first_of(" \n\r\t", begin), rest.size());
  const std::string_view token = rest.substr(begin, end - begin);
  rest.remove_prefix(end);
  return token;
}

template <class Number>
Number read_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) refuse_token(text);
  return number;
}

}  // namespace

TreeEnsemble::TreeEnsemble(std::string_view text, std::size_t feature_count) {
  base_ = read_number<float>(next_token(text));
  std::vector<std::uint32_t> open;  // splits whose second tree has not begun
  bool at_root = true;
  bool first_branch = false;
  for (std::string_view token = next_token(text); !token.empty(); token = next_token(text)) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    if (at_root) {
      roots_.push_back(index);
      at_root = false;
    } else if (!first_branch) {
      nodes_[open.back()].other = index;
      open.pop_back();
    }
    if (token.front() == '=') {
      nodes_.push_back({read_number<float>(token.substr(1)), -1, 0});
      at_root = open.empty();
      first_branch = false;
      continue;
    }
    const std::size_t less = token.find('<');
    if (less == std::string_view::npos) refuse_token(token);
    const auto feature = read_number<std::int32_t>(token.substr(0, less));
    if (feature < 0 || static_cast<std::size_t>(feature) >= feature_count) refuse_token(token);
    nodes_.push_back({read_number<float>(token.substr(less + 1)), feature, 0});
    open.push_back(index);
    first_branch = true;
  }
  if (!open.empty()) refuse_token("the end of the text");
}

float TreeEnsemble::probability(std::span<const float> values) const {
  float sum = base_;
  for (std::uint32_t node : roots_) {
    while (nodes_[node].feature >= 0) {
      const float value = values[static_cast<std::size_t>(nodes_[node].feature)];
      node = value < nodes_[node].value ? node + 1 : nodes_[node].other;
    }
    sum += nodes_[node].value;
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace weft
