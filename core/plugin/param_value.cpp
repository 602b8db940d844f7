// SPDX-License-Identifier: Apache-2.0
/// The storage of parameter values and their ABI form.
#include "core/plugin/param_value.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "weft/host.hpp"

namespace weft {
namespace {

/// The shortest text that reads back as the same number.
std::string shortest(double value) {
  std::array<char, 32> digits{};
  const auto done = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return {digits.data(), done.ptr};
}

}  // namespace

struct ParamValue::Data {
  weft_value abi{};                  // views `strings` and `items`
  std::vector<std::string> strings;  // the string, or the items of a list
  std::vector<weft_value> items;
  std::string shown;
};

ParamValue ParamValue::boolean(bool value) {
  auto data = std::make_shared<Data>();
  data->abi.kind = WEFT_VALUE_BOOL;
  data->abi.as.integer = value ? 1 : 0;
  data->shown = value ? "true" : "false";
  return ParamValue(std::move(data));
}

ParamValue ParamValue::integer(std::int64_t value) {
  auto data = std::make_shared<Data>();
  data->abi.kind = WEFT_VALUE_INTEGER;
  data->abi.as.integer = value;
  data->shown = std::to_string(value);
  return ParamValue(std::move(data));
}

ParamValue ParamValue::real(double value) {
  auto data = std::make_shared<Data>();
  data->abi.kind = WEFT_VALUE_REAL;
  data->abi.as.real = value;
  data->shown = shortest(value);
  return ParamValue(std::move(data));
}

ParamValue ParamValue::of_strings(std::uint32_t kind, std::vector<std::string> strings,
                                  std::string shown) {
  auto data = std::make_shared<Data>();
  data->strings = std::move(strings);
  data->shown = std::move(shown);
  for (const std::string& item : data->strings) {
    weft_value value{};
    value.kind = WEFT_VALUE_STRING;
    value.as.string = to_abi(item);
    data->items.push_back(value);
  }
  if (kind == WEFT_VALUE_STRING) {
    data->abi = data->items.front();
  } else {
    data->abi.kind = WEFT_VALUE_LIST;
    data->abi.count = static_cast<std::uint32_t>(data->items.size());
    data->abi.as.list = data->items.data();
  }
  return ParamValue(std::move(data));
}

ParamValue ParamValue::string(std::string value) {
  std::string shown = value;
  return of_strings(WEFT_VALUE_STRING, {std::move(value)}, std::move(shown));
}

ParamValue ParamValue::list(std::vector<std::string> items) {
  std::string shown;
  for (const std::string& item : items)
    shown += (shown.empty() ? "" : ", ") + item;
  return of_strings(WEFT_VALUE_LIST, std::move(items), std::move(shown));
}

ParamValue ParamValue::map(std::vector<std::string> items) {
  std::string shown;
  for (std::size_t i = 0; i + 1 < items.size(); i += 2)
    shown += (shown.empty() ? "" : ", ") + items[i] + "=" + items[i + 1];
  return of_strings(WEFT_VALUE_LIST, std::move(items), std::move(shown));
}

ParamValue ParamValue::secret(std::string variable, std::string value) {
  return of_strings(WEFT_VALUE_STRING, {std::move(value)}, "$" + std::move(variable));
}

weft_value ParamValue::as_abi() const {
  return data_ ? data_->abi : weft_value{};
}

std::uint32_t ParamValue::kind() const noexcept {
  return data_ ? data_->abi.kind : WEFT_VALUE_NONE;
}

std::string ParamValue::text() const {
  return data_ ? data_->shown : std::string();
}

ParamContext ParamContext::description() {
  ParamContext context;
  context.look_around = false;
  return context;
}

}  // namespace weft
