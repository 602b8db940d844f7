// SPDX-License-Identifier: Apache-2.0
/// One call of one stage.
#include "core/run/call.hpp"

#include <array>

#include "core/report/log.hpp"
#include "weft/error.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kScratchCap = std::size_t{256} << 20U;
constexpr std::size_t kMessageCap = 2000;

/// A plugin's words, made safe to print and to store: valid UTF-8, no control characters, not
/// endless.
std::string clean(std::string_view message) {
  std::string out;
  for (std::size_t i = 0; i < message.size() && out.size() < kMessageCap;) {
    const std::size_t size = sequence_size(message, i);
    const auto byte = static_cast<unsigned char>(message[i]);
    if (size == 0) {
      out += "\xEF\xBF\xBD";
      ++i;
      continue;
    }
    if (byte < 0x20 || byte == 0x7F) {
      out += ' ';
    } else {
      out += message.substr(i, size);
    }
    i += size;
  }
  if (out.size() >= kMessageCap) out += "...";
  return out;
}

}  // namespace

Call::Call(std::string_view id, const RunState& run, CallRights allowed)
    : stage_id(id), run_state(run), rights(std::move(allowed)) {}

Outcome Call::run(weft_doc* doc, const std::function<weft_status(weft_ctx*)>& body) {
  outcome_ = {};
  weft_status status = body(this);
  if (status == WEFT_OK && doc != nullptr && doc->transaction) {
    try {
      doc->transaction->commit();
    } catch (const Error& error) {
      status = fail(error.status(), error.what(), error.source(), error.begin(), error.end());
    }
  }
  const bool known = (status >= WEFT_OK && status <= WEFT_END) ||
                     (status >= WEFT_E_INPUT && status <= WEFT_E_INTERNAL);
  if (!known) {
    outcome_.message = "returned the unknown status " + std::to_string(status);
    status = WEFT_E_INTERNAL;
  }
  outcome_.status = status;
  if (status != WEFT_OK && status != WEFT_END && outcome_.message.empty()) {
    outcome_.message = "gave no reason";
  }
  if (status != WEFT_OK) {
    written.clear();
    nested.reset();
  }
  return std::move(outcome_);
}

void Call::log(std::uint32_t level, std::string_view message) const {
  const std::string place = document_id.empty() ? stage_id : stage_id + ": " + document_id;
  log_message(level, place + ": " + clean(message));
}

weft_status Call::fail(weft_status status, std::string_view message, weft_id source,
                       std::uint64_t begin, std::uint64_t end) {
  outcome_.message = clean(message);
  outcome_.source = source;
  outcome_.begin = begin;
  outcome_.end = end;
  return status;
}

void* Call::scratch(std::size_t size, std::size_t align) {
  if (align == 0 || (align & (align - 1)) != 0 || size > kScratchCap - scratch_used_)
    return nullptr;
  scratch_used_ += size;
  return scratch_memory_.allocate(size, align);
}

std::string_view status_name(weft_status status) {
  switch (status) {
    case WEFT_OK:
      return "done";
    case WEFT_PASSED:
      return "passed";
    case WEFT_DROPPED:
      return "dropped";
    case WEFT_E_INPUT:
      return "bad input";
    case WEFT_E_LIMIT:
      return "limit";
    case WEFT_E_TRANSIENT:
      return "transient";
    case WEFT_E_CONFIG:
      return "configuration";
    case WEFT_E_CANCELLED:
      return "cancelled";
    case WEFT_E_UNSUPPORTED:
      return "unsupported";
    default:
      return "plugin fault";
  }
}

}  // namespace weft
