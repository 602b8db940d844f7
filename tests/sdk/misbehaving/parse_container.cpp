// SPDX-License-Identifier: Apache-2.0
/// A container of one document: "CONTAINER how media-type uri", a line's end, the content. `how` is
/// "plain" or a rule that is broken.
#include <sstream>
#include <string>

#include "weft/plugin.hpp"

namespace {

class Container final : public weft::Parser {
 public:
  explicit Container(const weft::Options&) : url_(weft::name("url")), site_(weft::name("site")) {}

  int sniff(std::string_view, std::string_view, std::string_view head) override {
    return head.starts_with("CONTAINER ") ? 100 : 0;
  }

  void parse(const weft::Source& source, weft::Document& document) override {
    const std::size_t end = source.bytes.find('\n');
    std::istringstream line{std::string(source.bytes.substr(0, end))};
    std::string word;
    std::string how;
    std::string media_type;
    std::string uri;
    line >> word >> how >> media_type >> uri;
    if (media_type == "-") media_type.clear();
    const std::string_view inner = source.bytes.substr(end + 1);
    document.set(weft::Owner{}, url_, uri);
    document.set(weft::Owner{}, site_, "of the container");
    if (how == "view") document.add_view({.name = "text", .text = "x"});
    const bool again = how == "for-ever";
    document.delegate({uri, media_type, again ? source.bytes : inner});
    if (how == "twice") document.delegate({uri, media_type, inner});
    if (how == "no-text") document.delegate({"\xFF", media_type, inner});
  }

 private:
  weft_id url_;
  weft_id site_;
};

}  // namespace

WEFT_PLUGIN(Container, .id = "parse_container", .version = "1.0.0",
            .doc = "Hands its content on, for tests.", .gives = {"url"},
            .media_types = {"application/x-container"})
