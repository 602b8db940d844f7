// SPDX-License-Identifier: Apache-2.0
/// Files of a question, an answer and a checksum.
#include "cache.hpp"

#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <fstream>
#include <sstream>
#include <system_error>
#include <vector>

#include "weft/error.hpp"

namespace weft {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kFolderDigits = 2;
constexpr std::size_t kFileDigits = 30;

/// In front of a file: what follows, and that it is whole.
struct Head {
  std::array<char, 8> magic{'W', 'E', 'F', 'T', 'E', 'P', '0', '1'};
  std::uint64_t question = 0;
  std::uint64_t answer = 0;
  std::uint64_t hash = 0;  ///< XXH3-64 of both
};

std::string hex_of(std::string_view text) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(text.data(), text.size()));
  constexpr const char* kDigits = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : canonical.digest) {
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out;
}

std::string temporary_name() {
  static std::atomic<std::uint64_t> counter{0};
  return ".new-" + std::to_string(::getpid()) + "-" + std::to_string(++counter);
}

double age_of(const fs::path& file) {
  std::error_code failed;
  const auto written = fs::last_write_time(file, failed);
  if (failed) return 0;
  return std::chrono::duration<double>(fs::file_time_type::clock::now() - written).count();
}

struct Entry {
  fs::file_time_type written;
  std::uint64_t bytes;
  fs::path file;
};

bool is_hex(const std::string& text, std::size_t size) {
  return text.size() == size && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Only files of our own making: a user may have named a folder that holds others.
std::vector<Entry> entries_of(const fs::path& directory) {
  std::vector<Entry> out;
  std::error_code failed;
  for (fs::recursive_directory_iterator at(directory, failed), end; !failed && at != end;
       at.increment(failed)) {
    const std::string name = at->path().filename().string();
    if (at.depth() == 0 && !is_hex(name, kFolderDigits)) at.disable_recursion_pending();
    if (at.depth() > 0) at.disable_recursion_pending();
    std::error_code gone;
    if (at.depth() != 1 || !is_hex(name, kFileDigits) || !at->is_regular_file(gone)) continue;
    const std::uint64_t bytes = at->file_size(gone);
    const auto written = at->last_write_time(gone);
    if (!gone) out.push_back({written, bytes, at->path()});
  }
  return out;
}

}  // namespace

Cache::Cache(const std::string& directory, std::uint64_t most_bytes, double age)
    : directory_(directory), age_(age) {
  std::error_code failed;
  fs::create_directories(directory_, failed);
  if (failed || ::access(directory_.c_str(), W_OK | X_OK) != 0) {
    throw Error(WEFT_E_CONFIG, "endpoint: the cache directory " + directory +
                                   " cannot be made or written; name another");
  }
  if (most_bytes > 0) prune(most_bytes);
}

fs::path Cache::file_of(std::string_view question) const {
  const std::string name = hex_of(question);
  return directory_ / name.substr(0, kFolderDigits) / name.substr(kFolderDigits);
}

std::optional<std::string> Cache::find(std::string_view question) const {
  const fs::path file = file_of(question);
  std::ifstream in(file, std::ios::binary);
  if (!in) return {};
  if (age_ > 0 && age_of(file) > age_) return {};
  std::ostringstream text;
  text << in.rdbuf();
  std::string bytes = std::move(text).str();
  Head head;
  const Head expected;
  if (bytes.size() < sizeof head) return {};
  std::memcpy(&head, bytes.data(), sizeof head);
  const std::string_view rest = std::string_view(bytes).substr(sizeof head);
  if (head.magic != expected.magic || head.question != question.size()) return {};
  if (rest.size() < question.size() || rest.size() - question.size() != head.answer) return {};
  if (rest.substr(0, question.size()) != question) return {};
  if (XXH3_64bits(rest.data(), rest.size()) != head.hash) return {};
  return std::string(rest.substr(question.size()));
}

bool Cache::keep(std::string_view question, std::string_view answer) const {
  std::string bytes(question);
  bytes += answer;
  Head head;
  head.question = question.size();
  head.answer = answer.size();
  head.hash = XXH3_64bits(bytes.data(), bytes.size());
  const fs::path file = file_of(question);
  std::error_code failed;
  fs::create_directory(file.parent_path(), failed);
  const fs::path made = file.parent_path() / temporary_name();
  std::ofstream out(made, std::ios::binary);
  std::array<char, sizeof head> raw{};
  std::memcpy(raw.data(), &head, sizeof head);
  out.write(raw.data(), static_cast<std::streamsize>(raw.size()));
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (out.good()) fs::rename(made, file, failed);
  if (out.good() && !failed) return true;
  fs::remove(made, failed);
  return false;
}

void Cache::prune(std::uint64_t most_bytes) const {
  std::vector<Entry> entries = entries_of(directory_);
  std::uint64_t total = 0;
  for (const Entry& entry : entries)
    total += entry.bytes;
  if (total <= most_bytes) return;
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.written != b.written ? a.written < b.written : a.file < b.file;
  });
  for (const Entry& entry : entries) {
    if (total <= most_bytes) break;
    std::error_code failed;
    if (fs::remove(entry.file, failed)) total -= entry.bytes;
  }
}

}  // namespace weft
