// SPDX-License-Identifier: Apache-2.0
#include "core/run/glob.hpp"

#include <catch2/catch.hpp>

#include <string>

using weft::matches_glob;

TEST_CASE("one star stays within a part of the path, two cross parts") {
  CHECK(matches_glob("*.html", "a.html"));
  CHECK_FALSE(matches_glob("*.html", "news/a.html"));
  CHECK(matches_glob("**/*.html", "a.html"));
  CHECK(matches_glob("**/*.html", "news/2025/a.html"));
  CHECK(matches_glob("news/**", "news/2025/a.html"));
  CHECK_FALSE(matches_glob("news/**", "old/a.html"));
  CHECK(matches_glob("**/2025/**/*.txt", "news/2025/05/x/a.txt"));
  CHECK_FALSE(matches_glob("**/2025/*.txt", "news/2025/05/a.txt"));
  CHECK(matches_glob("a*b*c", "a-b-b-c"));
  CHECK_FALSE(matches_glob("a*b*c", "a-b-b"));
}

TEST_CASE("a question mark is one code point and a class is a set or its opposite") {
  CHECK(matches_glob("?.txt", "\xE4\xB8\xAD.txt"));
  CHECK_FALSE(matches_glob("?.txt", ".txt"));
  CHECK(matches_glob("[a-c]1", "b1"));
  CHECK_FALSE(matches_glob("[!a-c]1", "b1"));
  CHECK(matches_glob("[\xE4\xB8\x80-\xE9\xBF\xBF]*", "\xE4\xB8\xAD\xE6\x96\x87"));
  CHECK(matches_glob("a[", "a["));
}

TEST_CASE("a pattern with many stars over a long path takes no exponential time") {
  const std::string path(20000, 'a');
  std::string pattern;
  for (int i = 0; i < 50; ++i)
    pattern += "a*";
  CHECK_FALSE(matches_glob(pattern + "b", path));
  std::string parts;
  std::string stars;
  for (int i = 0; i < 2000; ++i)
    parts += "a/";
  for (int i = 0; i < 50; ++i)
    stars += "**/a/";
  CHECK_FALSE(matches_glob(stars + "b", parts + "c"));
}
