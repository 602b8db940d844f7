// SPDX-License-Identifier: Apache-2.0
/// SQLite for writing one file from front to back.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace weft {

/// A new database with everything in one transaction, without a journal: whoever asked for the file
/// throws it away when the run fails. Every failure is an Error that names the file. One thread.
class Database {
 public:
  /// Makes the file anew.
  explicit Database(std::string path);

  void run(const char* sql);
  /// Commits; nothing may be written afterwards.
  void finish();
  [[nodiscard]] sqlite3* raw() const { return raw_.get(); }
  [[noreturn]] void fail() const;

 private:
  struct Close {
    void operator()(sqlite3* raw) const { sqlite3_close_v2(raw); }
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> raw_;
};

/// One prepared INSERT or DELETE. Values are bound from left to right; insert() writes the row and
/// begins the next. Borrows the database, and texts until insert().
class Insert {
 public:
  Insert(const Database& database, const char* sql);

  Insert& text(std::string_view value);
  /// NULL where it is empty.
  Insert& text_or_null(std::string_view value);
  Insert& integer(std::int64_t value);
  /// NULL where it is 0.
  Insert& integer_or_null(std::int64_t value);
  /// NULL where it is not a number.
  Insert& real(double value);
  Insert& null();
  /// The rowid of the new row.
  std::int64_t insert();
  /// The rowid of the last row inserted, 0 before the first. Counting goes on behind it.
  [[nodiscard]] std::int64_t last() const { return last_; }
  /// Says that the rows behind this one were deleted.
  void go_back(std::int64_t row) { last_ = row; }
  /// Must be called before Database::finish().
  void close() { raw_.reset(); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* raw) const { sqlite3_finalize(raw); }
  };
  void check(int result) const;

  const Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> raw_;
  int bound_ = 0;
  std::int64_t last_ = 0;
};

/// One prepared SELECT of a text by a number. Borrows the database.
class Query {
 public:
  Query(const Database& database, const char* sql);

  /// The text of the row, empty where there is none; good until the next call.
  [[nodiscard]] std::string_view text(std::int64_t key);

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* raw) const { sqlite3_finalize(raw); }
  };
  const Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> raw_;
};

}  // namespace weft
