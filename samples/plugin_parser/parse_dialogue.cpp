// SPDX-License-Identifier: Apache-2.0
/// A whole parser: dialogues, "NAME> words" a line behind a first line "DIALOGUE title".
#include <weft/mapped_text.hpp>
#include <weft/plugin.hpp>
#include <weft/utf8.hpp>

class Dialogue final : public weft::Parser {
 public:
  explicit Dialogue(const weft::Options&) {}

  int sniff(std::string_view, std::string_view, std::string_view head) override {
    return head.starts_with(kMagic) ? 90 : 0;  // the scale is in sdk/README.md
  }

  void parse(const weft::Source& source, weft::Document& document) override {
    if (const std::size_t bad = weft::find_invalid_utf8(source.bytes);
        bad != std::string_view::npos)
      throw weft::Error(WEFT_E_INPUT, "the dialogue is not UTF-8; save it as that", 1, bad);
    weft::MappedText text;  // what the view will hold, and where in the source each byte stood
    std::vector<Line> lines;
    for (std::size_t at = 0; at < source.bytes.size();) {
      const std::size_t end = std::min(source.bytes.find('\n', at), source.bytes.size());
      const std::string_view line = source.bytes.substr(at, end - at);
      const std::size_t mark = at == 0 ? kMagic.size() - 1 : line.find("> ");
      if (mark != std::string_view::npos) {
        const std::size_t words = at == 0 ? kMagic.size() : mark + 2;
        if (!text.empty()) text.join("\n");  // it has no origin: the view has it, the source not
        lines.push_back({line.substr(0, mark), text.size(), text.size() + line.size() - words});
        text.copy(line.substr(words), at + words);
      }
      at = end + 1;
    }
    const weft_id view =
        document.add_view({.name = WEFT_VIEW_TEXT, .text = text.text(), .runs = text.runs()});
    document.set_source(1, "text/x-dialogue", "UTF-8");
    for (const Line& line : lines) {
      const bool title = &line == &lines.front();
      const weft_id span =
          document.add_span(title ? title_ : paragraph_, view, line.begin, line.end);
      if (!title) document.set(weft::on_span(span), speaker_, line.name);
      if (title) {  // metadata says where it was read
        const auto words = std::string_view(text.text()).substr(line.begin, line.end - line.begin);
        document.set(weft::Owner{}, title_key_, words, {.origin = magic_, .evidence = span});
      }
    }
  }

 private:
  static constexpr std::string_view kMagic = "DIALOGUE ";
  struct Line {
    std::string_view name;
    std::size_t begin, end;  // bytes of the view
  };
  weft_id title_ = weft::name(WEFT_SPAN_TITLE);
  weft_id paragraph_ = weft::name(WEFT_SPAN_PARAGRAPH);
  weft_id title_key_ = weft::name(WEFT_KEY_TITLE);
  weft_id speaker_ = weft::name("sample:speaker");
  weft_id magic_ = weft::name("first-line");
};

WEFT_PLUGIN(Dialogue, .id = "parse_dialogue", .version = "1.0.0", .doc = "Reads dialogues.",
            .gives = {WEFT_SPAN_TITLE, WEFT_SPAN_PARAGRAPH, "sample:speaker"},
            .media_types = {"text/x-dialogue"})
