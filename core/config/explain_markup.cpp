// SPDX-License-Identifier: Apache-2.0
/// Walks the tags of a text with a stack until one does not fit.
#include "core/config/explain_markup.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "core/config/start_tag.hpp"

namespace weft {
namespace {

struct OpenElement {
  std::string_view name;
  std::size_t offset;
};

class MarkupWalker {
 public:
  explicit MarkupWalker(std::string_view text) : text_(text) {}

  std::optional<Fault> walk() {
    std::size_t at = 0;
    while (!fault_ && (at = text_.find('<', at)) != std::string_view::npos)
      at = step(at);
    if (!fault_ && !open_.empty()) never_closed(open_.back());
    // A page is not mended into a pipeline file.
    if (fault_ && !first_.empty() && first_ != "pipeline")
      fault_->hint = "is it a pipeline file? It begins with <" + std::string(first_) + ">";
    return fault_;
  }

 private:
  std::size_t step(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("<!--")) return skip(at, 4, "-->", "comment");
    if (rest.starts_with("<![CDATA[")) return skip(at, 9, "]]>", "CDATA section");
    if (rest.starts_with("<?")) return skip(at, 2, "?>", "processing instruction");
    if (rest.starts_with("<!")) return skip(at, 2, ">", "declaration");
    if (rest.starts_with("</")) return leave(at);
    return enter(at);
  }

  std::size_t skip(std::size_t at, std::size_t mark, std::string_view end, const char* what) {
    const std::size_t found = text_.find(end, at + mark);
    if (found != std::string_view::npos) return found + end.size();
    fault_ =
        Fault{at, "this " + std::string(what) + " never ends", "close it with " + std::string(end)};
    return text_.size();
  }

  std::size_t enter(std::size_t at) {
    const StartTag tag = read_start_tag(text_, at + 1);
    if (first_.empty()) first_ = tag.name;
    if (tag.name.empty()) {
      fault_ = Fault{at, "'<' begins no element", "write &lt; for the character"};
    } else if (!tag.faults.empty()) {
      fault_ = tag.faults.front();
    } else if (!tag.complete) {
      fault_ = Fault{at, "the tag <" + std::string(tag.name) + " has no '>'", "close it"};
    }
    if (!tag.closed) open_.push_back({tag.name, at});
    return tag.end;
  }

  std::size_t leave(std::size_t at) {
    const std::size_t end = std::min(text_.find('>', at), text_.size());
    std::string_view name = text_.substr(at + 2, end - at - 2);
    name = name.substr(0, name.find_first_of(" \t\r\n"));
    if (!open_.empty() && open_.back().name == name) {
      open_.pop_back();
    } else if (std::ranges::find(open_, name, &OpenElement::name) != open_.end()) {
      never_closed(open_.back());
    } else {
      const std::string hint = open_.empty()
                                   ? "remove it"
                                   : "the open element is <" + std::string(open_.back().name) + ">";
      fault_ = Fault{at, "</" + std::string(name) + "> closes nothing", hint};
    }
    return end;
  }

  void never_closed(const OpenElement& element) {
    const std::string name(element.name);
    fault_ = Fault{element.offset, "<" + name + "> is never closed",
                   "write <" + name + " .../> or </" + name + ">"};
  }

  std::string_view text_;
  std::string_view first_;  ///< name of the first element
  std::vector<OpenElement> open_;
  std::optional<Fault> fault_;
};

}  // namespace

std::optional<Fault> explain_markup(std::string_view text) {
  return MarkupWalker(text).walk();
}

}  // namespace weft
