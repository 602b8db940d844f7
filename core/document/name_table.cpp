// SPDX-License-Identifier: Apache-2.0
/// Interned names; reading an id is lock-free, making one takes a lock.
#include "core/document/name_table.hpp"

#include <array>
#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <unordered_map>

#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr std::size_t kMaxNames = 65536;
constexpr std::size_t kMaxBytes = 255;

struct Table {
  std::shared_mutex mutex;
  std::unordered_map<std::string_view, weft_id> ids;
  std::deque<std::string> storage;  // a deque never moves what it holds
  std::array<std::string_view, kMaxNames> names;
  std::atomic<weft_id> next{1};
};

// Never destroyed: plugins may ask for names while static objects go away.
Table& table() {
  static Table& instance = *std::make_unique<Table>().release();
  return instance;
}

}  // namespace

weft_id intern(std::string_view name) {
  Table& names = table();
  {
    const std::shared_lock lock(names.mutex);
    if (const auto found = names.ids.find(name); found != names.ids.end()) return found->second;
  }
  if (name.empty() || name.size() > kMaxBytes ||
      find_invalid_utf8(name) != std::string_view::npos) {
    return 0;
  }
  const std::unique_lock lock(names.mutex);
  if (const auto found = names.ids.find(name); found != names.ids.end()) return found->second;
  const weft_id id = names.next.load(std::memory_order_relaxed);
  if (id >= kMaxNames) return 0;
  const std::string_view stored = names.storage.emplace_back(name);
  names.names[id] = stored;
  names.ids.emplace(stored, id);
  names.next.store(id + 1, std::memory_order_release);
  return id;
}

std::string_view interned_name(weft_id id) {
  return is_name(id) ? table().names[id] : std::string_view{};
}

bool is_name(weft_id id) {
  return id != 0 && id < table().next.load(std::memory_order_acquire);
}

}  // namespace weft
