// SPDX-License-Identifier: Apache-2.0
/// The feed over a file as it is, and the choice between the two.
#include "feed.hpp"

#include "gzip_feed.hpp"

namespace weft::warc {
namespace {

class PlainFeed final : public Feed {
 public:
  explicit PlainFeed(std::string_view file) : file_(file) {}
  std::string_view peek(std::size_t wanted) override { return file_.substr(at_, wanted); }
  void skip(std::size_t count) override { at_ += count; }
  [[nodiscard]] std::uint64_t offset() const override { return at_; }

 private:
  std::string_view file_;
  std::size_t at_ = 0;
};

constexpr std::string_view kGzipMark = "\x1F\x8B\x08";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::unique_ptr<Feed> make_feed(std::string_view file) {
  if (file.starts_with(kGzipMark)) return std::make_unique<GzipFeed>(file);
  return std::make_unique<PlainFeed>(file);
}

bool begins_record(std::string_view text) {
  if (!text.starts_with("WARC/") || text.size() < 9) return false;
  std::size_t at = 5;
  while (at < text.size() && at < 12 && (is_digit(text[at]) || text[at] == '.'))
    ++at;
  return at >= 8 && is_digit(text[5]) && text[6] == '.' && at < text.size() &&
         (text[at] == '\r' || text[at] == '\n');
}

bool begins_archive(std::string_view head) {
  if (!head.starts_with(kGzipMark)) return begins_record(head);
  Inflater inflater(Wrapping::gzip);
  std::string text;
  inflater.step(head, text, 64);
  return begins_record(text);
}

}  // namespace weft::warc
