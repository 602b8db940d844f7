// SPDX-License-Identifier: Apache-2.0
/// The tree and its byte offsets, on well-formed, broken and hostile markup.
#include <catch2/catch.hpp>

#include <weft/error.hpp>

#include <algorithm>
#include <string>

#include "html_reducer.hpp"
#include "html_tree.hpp"
#include "page_text.hpp"

namespace {

using namespace weft;

std::string repeat(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i)
    out += text;
  return out;
}

const HtmlNode& first(const HtmlTree& tree, Tag tag) {
  const auto nodes = tree.nodes();
  const auto found = std::find_if(nodes.begin(), nodes.end(),
                                  [&](const HtmlNode& node) { return node.tag == tag; });
  REQUIRE(found != nodes.end());
  return *found;
}

std::string slice(const std::string& source, const HtmlNode& node) {
  return source.substr(node.begin, node.end - node.begin);
}

// What the source holds where the pieces of the first text in `tag` lie.
std::string origin_of_text(const std::string& source, const HtmlTree& tree, Tag tag) {
  const HtmlNode& text = tree[first(tree, tag).first_child];
  REQUIRE(text.kind == NodeKind::text);
  std::string out;
  for (const TextPiece& piece : tree.pieces(text))
    out += source.substr(piece.there, piece.there_size);
  return out;
}

std::uint32_t deepest(const HtmlTree& tree) {
  std::uint32_t most = 0;
  std::vector<std::uint32_t> depth(tree.size());
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    depth[i] = depth[tree[i].parent] + 1;
    most = std::max(most, depth[i]);
  }
  return most;
}

}  // namespace

TEST_CASE("elements span from start tag to end tag in the source") {
  const std::string source = "<div id=a><p class='x y'>one</p><p>two</div>";
  const HtmlTree tree = parse_html_tree(source);
  CHECK(slice(source, first(tree, Tag::div)) == source);
  CHECK(slice(source, first(tree, Tag::p)) == "<p class='x y'>one</p>");
  CHECK(tree.attribute(first(tree, Tag::p), "class") == "x y");
  CHECK(tree.attribute(first(tree, Tag::div), "id") == "a");
}

TEST_CASE("offsets are of the source although scripts and attributes are left out before parsing") {
  const std::string source =
      "<head><script>if (a < b) { document.write('<p>x</p>'); }</script><style>p{}</style></head>"
      "<body onload='go(1)' data-x=\"<p>\"><svg><path d='M0 0'/></svg><p "
      "onclick=\"a>b\">caf&eacute; &lt;3</p>";
  const HtmlTree tree = parse_html_tree(source);
  CHECK(slice(source, first(tree, Tag::p)).starts_with("<p onclick"));
  CHECK(tree[first(tree, Tag::p).first_child].text == "café <3");
  CHECK(origin_of_text(source, tree, Tag::p) == "caf&eacute; &lt;3");
}

TEST_CASE("each character reference is one piece with the bytes it stands for") {
  const std::string source = "<p>a&amp;b &copy 2 &#x4e2d;&#25991; &notit; x&y &amp</p>";
  const HtmlTree tree = parse_html_tree(source);
  const HtmlNode& text = tree[first(tree, Tag::p).first_child];
  CHECK(text.text == "a&b © 2 中文 ¬it; x&y &");
  CHECK(origin_of_text(source, tree, Tag::p) ==
        "a&amp;b &copy 2 &#x4e2d;&#25991; &notit; x&y &amp");
  for (const TextPiece& piece : tree.pieces(text)) {
    const std::string here(text.text.substr(piece.here, piece.here_size));
    const std::string there = source.substr(piece.there, piece.there_size);
    if (piece.here_size == piece.there_size && there.front() != '&') CHECK(here == there);
  }
}

TEST_CASE("line ends of other systems become one character and keep their bytes") {
  const std::string source = "<pre>a\r\nb\rc</pre>";
  const HtmlTree tree = parse_html_tree(source);
  CHECK(tree[first(tree, Tag::pre).first_child].text == "a\nb\nc");
  CHECK(origin_of_text(source, tree, Tag::pre) == "a\r\nb\rc");
}

TEST_CASE("subtrees are ranges of nodes") {
  const HtmlTree tree = parse_html_tree("<ul><li>a<b>b</b><li>c</ul><p>d");
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    const HtmlNode& parent = tree[tree[i].parent];
    CHECK(tree[i].parent < i);
    CHECK(tree[i].end_node <= parent.end_node);
    CHECK(tree[i].end_node > i);
  }
}

TEST_CASE("text is laid out in blocks with white space collapsed") {
  const HtmlTree tree = parse_html_tree(
      "<div> lead <p>first\n  line</p> <p>second<br><br>third</p><pre> x\n  "
      "y</pre>&nbsp;tail&nbsp;</div>");
  const PageText page = lay_out_text(tree);
  std::vector<std::string> blocks;
  for (const TextBlock& block : page.blocks)
    blocks.emplace_back(page.of(block));
  CHECK(blocks ==
        std::vector<std::string>{"lead", "first line", "second", "third", "x\n  y", "tail"});
}

TEST_CASE("characters in links and bold are counted for a block") {
  const HtmlTree tree = parse_html_tree("<p>one <a href=x>two <b>three</b></a> 四五。</p>");
  const PageText page = lay_out_text(tree);
  REQUIRE(page.blocks.size() == 1);
  CHECK(page.blocks[0].stats.linked == 8);
  CHECK(page.blocks[0].stats.bold == 5);
  CHECK(page.blocks[0].stats.wide == 2);
  CHECK(page.blocks[0].stats.words == 3);
  CHECK(page.blocks[0].stats.ends_sentence);
}

TEST_CASE("elements past the depth limit are left out and their text stays") {
  for (const char* open :
       {"<div>", "<b>", "<blockquote>", "<ul><li>", "<table><tr><td>", "<font size=1>"}) {
    const HtmlTree tree = parse_html_tree(repeat(open, 100'000) + "kernel");
    CHECK(deepest(tree) < 1600);
    CHECK(lay_out_text(tree).text.find("kernel") != std::string::npos);
  }
}

TEST_CASE("end tags of elements left out close nothing") {
  const int depth = 2000;
  const HtmlTree tree =
      parse_html_tree(repeat("<div>", depth) + "in" + repeat("</div>", depth) + "<p>after");
  const HtmlNode& after = first(tree, Tag::p);
  CHECK(tree[after.parent].tag == Tag::body);
}

TEST_CASE("formatting left open does not multiply over paragraphs") {
  std::string source;
  for (int i = 0; i < 500; ++i)
    source += "<font size=" + std::to_string(i) + ">";
  source += repeat("<p>x", 1000);
  CHECK(parse_html_tree(source).size() < 200'000);
}

TEST_CASE("an element with very many attributes keeps the first that are read") {
  std::string source = "<p";
  for (int i = 0; i < 50'000; ++i)
    source += " class=" + std::to_string(i);
  const HtmlTree tree = parse_html_tree(source + " id=z>text");
  CHECK(tree.attribute(first(tree, Tag::p), "class") == "0");
  CHECK(tree[first(tree, Tag::p).first_child].text == "text");
}

TEST_CASE("the number of tags is limited and text behind the limit stays") {
  HtmlLimits limits;
  limits.tags = 10;
  const ReducedHtml reduced = reduce_html(repeat("<p>x", 20), limits);
  CHECK(reduced.dropped_tags == 10);
  CHECK(std::count(reduced.html.begin(), reduced.html.end(), 'x') == 20);
}

TEST_CASE("a page with hopelessly many tags is refused with the place") {
  HtmlLimits limits;
  limits.tags = 10;
  limits.dropped = 10;
  const std::string source = repeat("<p>x", 30);
  try {
    reduce_html(source, limits);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.status() == WEFT_E_LIMIT);
    CHECK(error.begin() == 20 * 4);
  }
}

TEST_CASE("a page that is too long is refused with the place of the first byte too many") {
  HtmlLimits limits;
  limits.bytes = 100;
  try {
    reduce_html(std::string(150, 'x'), limits);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.status() == WEFT_E_LIMIT);
    CHECK(error.begin() == 100);
    CHECK(error.end() == 150);
  }
}

TEST_CASE("broken markup gives a tree whose offsets stay inside the source") {
  for (const std::string source : {"<",
                                   "</",
                                   "<p",
                                   "<p a",
                                   "<p a=",
                                   "<p a='",
                                   "<!--",
                                   "<!-- x",
                                   "<!",
                                   "<?",
                                   "<![CDATA[x]]>",
                                   "&",
                                   "&#",
                                   "&#x;",
                                   "<table>x<tr>y<p>z",
                                   "<select><p>x",
                                   "<svg><p>x",
                                   "<math><mi>x<p>y",
                                   "<script>",
                                   "<title>x",
                                   "<textarea>x",
                                   "<a><b></a>x</b>",
                                   "<p><table><p>",
                                   "</p></br>x",
                                   "<frameset><frame>",
                                   "<template><p>x",
                                   "<plaintext><p>x"}) {
    const HtmlTree tree = parse_html_tree(source);
    for (const HtmlNode& node : tree.nodes()) {
      CHECK(node.begin <= node.end);
      CHECK(node.end <= source.size());
      for (const TextPiece& piece : tree.pieces(node)) {
        CHECK(piece.there + piece.there_size <= source.size());
        CHECK(piece.here + piece.here_size <= node.text.size());
      }
    }
  }
}

TEST_CASE("a script that hides an end tag in a comment is one script") {
  const std::string source = "<script><!-- <script> x </script> --></script><p>seen</p>";
  const PageText page = lay_out_text(parse_html_tree(source));
  CHECK(page.text == "seen");
}
