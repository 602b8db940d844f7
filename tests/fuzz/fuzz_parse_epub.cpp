// SPDX-License-Identifier: Apache-2.0
/// Fuzzes one chapter from its bytes to typed blocks, read as XML where it is well formed and
/// leniently in any case, and checks that the lenient way keeps plain text.
#include <weft/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "lenient_xhtml.hpp"
#include "read_epub.hpp"
#include "sniff_epub.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

void check(const weft::BlockText& made) {
  for (const weft::Block& block : made.blocks) {
    require(!block.text.empty() && !block.kind.type.empty());
    require(weft::find_invalid_utf8(block.text) == std::string_view::npos);
    require(block.text.find('\0') == std::string::npos);
    require(block.container == weft::kNoBlock || block.container < made.containers.size());
  }
}

/// Counts what opens and closes.
class Balance final : public weft::XmlHandler {
 public:
  bool open(const weft::XmlElement& element) override {
    require(!element.name().empty());
    (void)element.attribute("class");
    ++open_;
    return true;
  }
  void close(std::string_view) override {
    require(open_ > 0);
    --open_;
  }
  void text(std::string_view text) override { size_ += text.size(); }
  [[nodiscard]] std::size_t is_open() const { return open_; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::size_t open_ = 0;
  std::size_t size_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const int score = weft::score_epub("a.epub", "", std::string_view(bytes).substr(0, 65536));
  require(score >= 0 && score <= 100);
  weft::BlockBuilder builder;
  std::vector<std::string> warnings;
  (void)weft::read_chapter(bytes, "a.xhtml", {}, size % 2 == 0, builder, warnings);
  check(builder.finish());
  Balance balance;
  weft::read_lenient(bytes, balance);
  require(balance.is_open() == 0 && balance.size() <= size);
  if (bytes.find('<') == std::string::npos) require(balance.size() == size);
  return 0;
}
