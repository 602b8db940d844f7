// SPDX-License-Identifier: Apache-2.0
/// Tests of arrays as numpy writes them, by hand and by numpy itself where it is there.
#include <catch2/catch.hpp>
#include <cstring>

#include "read_npy.hpp"
#include "tests/support/program.hpp"
#include "weft/error.hpp"

namespace {

using weft::Error;
using weft::read_npy;
using weft::Vectors;

constexpr const char* kPython = "/usr/bin/python3";  // the one that Debian's numpy belongs to

std::string array(const std::string& descr, const std::string& shape, const std::string& numbers,
                  const std::string& order = "False") {
  std::string header = "{'descr': '" + descr + "', 'fortran_order': " + order +
                       ", 'shape': " + shape + ", }          \n";
  std::string out("\x93NUMPY\x01\x00", 8);
  out += static_cast<char>(header.size());
  out += '\0';
  return out + header + numbers;
}

template <class Number>
std::string bytes(std::initializer_list<Number> numbers) {
  std::string out;
  for (const Number number : numbers) {
    char raw[sizeof number];
    std::memcpy(raw, &number, sizeof number);
    out.append(raw, sizeof number);
  }
  return out;
}

}  // namespace

TEST_CASE("numbers of two, four and eight bytes are read as they are") {
  const Vectors single =
      read_npy(array("<f4", "(2, 3)", bytes({1.F, 2.F, 3.F, -4.F, 5.F, 6.F})), "a");
  CHECK(single.count() == 2);
  CHECK(single.dimension == 3);
  CHECK(single.row(1)[0] == -4.0F);
  const Vectors wide = read_npy(array("<f8", "(1, 2)", bytes({0.5, -0.25})), "a");
  CHECK(wide.row(0)[1] == -0.25F);
  // 1, -2, the least normal, the least subnormal, the greatest.
  const Vectors half = read_npy(
      array("<f2", "(1, 5)", bytes<std::uint16_t>({0x3C00, 0xC000, 0x0400, 0x0001, 0x7BFF})), "a");
  CHECK(half.values[0] == 1.0F);
  CHECK(half.values[1] == -2.0F);
  CHECK(half.values[2] == 6.103515625e-05F);
  CHECK(half.values[3] == 5.9604644775390625e-08F);
  CHECK(half.values[4] == 65504.0F);
  CHECK(read_npy(array("<f4", "(0, 3)", ""), "a").count() == 0);
}

TEST_CASE("what is no matrix of whole finite numbers is refused by name") {
  const std::string six = bytes({1.F, 2.F, 3.F, 4.F, 5.F, 6.F});
  const std::vector<std::string> wrong{
      "",
      "\x93NUMPY",
      array("<f4", "(2, 3)", six.substr(1)),
      array("<f4", "(2, 3)", six + "x"),
      array("<f4", "(6,)", six),
      array("<f4", "(1, 2, 3)", six),
      array("<f4", "(2, 0)", ""),
      array("<f4", "(18446744073709551615, 3)", six),
      array("<f4", "(2, 18446744073709551615)", six),
      array("<f4", "(99999999999999999999999, 3)", six),
      array("<i4", "(2, 3)", six),
      array(">f4", "(2, 3)", six),
      array("<f4", "(2, 3)", six, "True"),
      array("<f4", "(1, 2)", bytes({1.F, std::numeric_limits<float>::infinity()})),
      array("<f2", "(1, 1)", bytes<std::uint16_t>({0x7E00})),
      array("<f4", "(2, 3", six),
      std::string("\x93NUMPY\x01\x00\xff\xff{", 11)};
  for (const std::string& bad : wrong) {
    INFO(bad.substr(0, 90));
    CHECK_THROWS_WITH(read_npy(bad, "vectors.npy"), Catch::Contains("vectors.npy"));
  }
}

TEST_CASE("an array that numpy saved is read, of every type it may have") {
  if (weft::test::run_program({kPython, "-c", "import numpy"}).code != 0) {
    WARN("skipped: python3-numpy is not installed");
    return;
  }
  const weft::test::Folder folder;
  for (const char* type : {"float16", "float32", "float64"}) {
    const std::string path = folder.path(std::string(type) + ".npy");
    const std::string program = "import numpy; numpy.save('" + path +
                                "', (numpy.arange(12).reshape(3, 4) / 8 - 0.5).astype('" + type +
                                "'))";
    REQUIRE(weft::test::run_program({kPython, "-c", program}).code == 0);
    const Vectors read = read_npy(folder.read(std::string(type) + ".npy"), path);
    REQUIRE(read.count() == 3);
    REQUIRE(read.dimension == 4);
    for (std::size_t i = 0; i < 12; ++i)
      CHECK(read.values[i] == static_cast<float>(i) / 8 - 0.5F);
  }
}
