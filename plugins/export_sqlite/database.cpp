// SPDX-License-Identifier: Apache-2.0
#include "database.hpp"

#include <cmath>
#include <filesystem>
#include <utility>

#include "weft/error.hpp"

namespace weft {

Database::Database(std::string path) : path_(std::move(path)) {
  // The host may have made the file already; what is in it is not ours.
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
  sqlite3* raw = nullptr;
  const int opened =
      sqlite3_open_v2(path_.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  raw_.reset(raw);
  if (opened != SQLITE_OK) fail();
  run("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
      "PRAGMA cache_size = -16384; PRAGMA temp_store = FILE; PRAGMA locking_mode = EXCLUSIVE;"
      "BEGIN");
}

void Database::run(const char* sql) {
  if (sqlite3_exec(raw_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Database::finish() {
  run("COMMIT");
  if (sqlite3_close(raw_.get()) != SQLITE_OK) fail();
  static_cast<void>(raw_.release());
}

void Database::fail() const {
  const std::string why = raw_ ? sqlite3_errmsg(raw_.get()) : "out of memory";
  throw Error(WEFT_E_CONFIG, "export_sqlite cannot write " + path_ + ": " + why +
                                 "; look at the space and the rights of its folder");
}

Insert::Insert(const Database& database, const char* sql) : database_(database) {
  sqlite3_stmt* raw = nullptr;
  check(sqlite3_prepare_v3(database.raw(), sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr));
  raw_.reset(raw);
}

void Insert::check(int result) const {
  if (result != SQLITE_OK && result != SQLITE_DONE) database_.fail();
}

Insert& Insert::text(std::string_view value) {
  // A null pointer would be NULL.
  const char* data = value.data() == nullptr ? "" : value.data();
  check(sqlite3_bind_text64(raw_.get(), ++bound_, data, value.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Insert& Insert::text_or_null(std::string_view value) {
  return value.empty() ? null() : text(value);
}

Insert& Insert::integer(std::int64_t value) {
  check(sqlite3_bind_int64(raw_.get(), ++bound_, value));
  return *this;
}

Insert& Insert::integer_or_null(std::int64_t value) {
  return value == 0 ? null() : integer(value);
}

Insert& Insert::real(double value) {
  if (std::isnan(value)) return null();
  check(sqlite3_bind_double(raw_.get(), ++bound_, value));
  return *this;
}

Insert& Insert::null() {
  check(sqlite3_bind_null(raw_.get(), ++bound_));
  return *this;
}

std::int64_t Insert::insert() {
  check(sqlite3_step(raw_.get()));
  check(sqlite3_reset(raw_.get()));
  check(sqlite3_clear_bindings(raw_.get()));
  bound_ = 0;
  last_ = sqlite3_last_insert_rowid(database_.raw());
  return last_;
}

Query::Query(const Database& database, const char* sql) : database_(database) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(database.raw(), sql, -1, &raw, nullptr) != SQLITE_OK) database.fail();
  raw_.reset(raw);
}

std::string_view Query::text(std::int64_t key) {
  sqlite3_reset(raw_.get());
  if (sqlite3_bind_int64(raw_.get(), 1, key) != SQLITE_OK) database_.fail();
  const int step = sqlite3_step(raw_.get());
  if (step == SQLITE_DONE) return {};
  if (step != SQLITE_ROW) database_.fail();
  const unsigned char* text = sqlite3_column_text(raw_.get(), 0);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text),
          static_cast<std::size_t>(sqlite3_column_bytes(raw_.get(), 0))};
}

}  // namespace weft
