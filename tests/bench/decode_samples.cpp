// SPDX-License-Identifier: Apache-2.0
/// Decodes samples by weft::decode for tests/bench/encodings. Standard input: records of a line
/// "SIZE LABEL" (LABEL may be "-" for none) and SIZE bytes. Standard output: for each a line
/// "SIZE ENCODING REPAIRED" and SIZE bytes of UTF-8.
#include <weft/text/decode.hpp>

#include <cstddef>
#include <iostream>
#include <sstream>
#include <string>

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream head(line);
    std::size_t size = 0;
    std::string label;
    if (!(head >> size >> label)) {
      std::cerr << "decode_samples: no record: '" << line << "'\n";
      return 2;
    }
    std::string bytes(size, '\0');
    std::cin.read(bytes.data(), static_cast<std::streamsize>(size));
    const weft::Decoded decoded = weft::decode(bytes, label == "-" ? "" : label);
    std::cout << decoded.text.size() << ' ' << decoded.encoding << ' ' << decoded.repaired << '\n'
              << decoded.text;
  }
  return 0;
}
