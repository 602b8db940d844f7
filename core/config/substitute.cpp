// SPDX-License-Identifier: Apache-2.0
/// Environment substitution, one pass from left to right.
#include "core/config/substitute.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/config/source_text.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kMaxValue = std::size_t{64} * 1024;
constexpr const char* kEscape = "write $${ for the characters ${";

bool is_variable_name(std::string_view name) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  return !name.empty() && !digit(name[0]) &&
         std::ranges::all_of(name, [&](char c) { return letter(c) || digit(c); });
}

class Substitution {
 public:
  Substitution(const XmlAttribute& attribute, const Environment& environment, Problems& problems)
      : attribute_(attribute), environment_(environment), problems_(problems) {}

  /// The value with all replaced; as much of it as fits, and one byte, when it is too long.
  std::string run() {
    const std::string_view value = attribute_.value;
    while (at_ < value.size() && result_.size() <= kMaxValue) {
      const std::string_view rest = value.substr(at_);
      if (rest.starts_with("$${")) {
        result_ += "${";
        at_ += 3;
      } else if (rest.starts_with("${")) {
        const std::size_t end = rest.find('}');
        replace(end == std::string_view::npos ? rest : rest.substr(0, end + 1));
      } else {
        result_ += value[at_++];
      }
    }
    return result_;
  }

 private:
  void replace(std::string_view written) {
    const std::optional<std::string> found =
        written.ends_with('}') ? look_up(std::string(written.substr(2, written.size() - 3)))
                               : wrong("'${' without '}'", kEscape);
    result_ += found ? *found : std::string(written);
    at_ += written.size();
  }

  std::optional<std::string> look_up(const std::string& name) {
    if (!is_variable_name(name))
      return wrong("'" + name + "' is no name of an environment variable", kEscape);
    std::optional<std::string> found = environment_(name);
    if (!found)
      return wrong("environment variable '" + name + "' is not set",
                   "set it, or " + std::string(kEscape));
    if (find_bad_character(*found))
      return wrong("environment variable '" + name + "' is not plain UTF-8 text", {});
    return found;
  }

  std::nullopt_t wrong(std::string message, std::string hint) {
    Place place = attribute_.value_place;
    // Columns can be counted only where the file spells the value as it reads.
    if (attribute_.verbatim)
      place.column += static_cast<std::uint32_t>(
          count_code_points(std::string_view(attribute_.value).substr(0, at_)));
    problems_.add(std::move(place), std::move(message), std::move(hint));
    return std::nullopt;
  }

  const XmlAttribute& attribute_;
  const Environment& environment_;
  Problems& problems_;
  std::string result_;
  std::size_t at_ = 0;
};

}  // namespace

bool substitute(XmlAttribute& attribute, const Environment& environment, Problems& problems) {
  const std::size_t before = problems.size();
  std::string result = Substitution(attribute, environment, problems).run();
  if (result.size() > kMaxValue) {
    problems.add(attribute.value_place,
                 "the value of '" + attribute.name + "' is longer than 64 KiB");
    result.clear();
  }
  attribute.value = std::move(result);
  return problems.size() == before;
}

}  // namespace weft
