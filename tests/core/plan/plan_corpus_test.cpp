// SPDX-License-Identifier: Apache-2.0
/// Roots and patterns of the corpus.
#include <catch2/catch.hpp>

#include "tests/core/plan/planning.hpp"

using namespace weft;
using namespace weft::test;

namespace {

Planned with_corpus(const std::string& element, std::vector<std::filesystem::path> corpus = {}) {
  Arguments arguments;
  arguments.inputs.corpus = std::move(corpus);
  return plan_text_of("<pipeline>\n" + element + "\n<parse plugin='text'/></pipeline>", arguments);
}

using Paths = std::vector<std::filesystem::path>;

}  // namespace

TEST_CASE("the root counts from the file that writes it") {
  const WorkingFolder folder;
  folder.write("base/base.xml", "<pipeline><corpus root='texts'/></pipeline>");
  std::filesystem::create_directory("base/texts");
  const Planned planned = with_corpus("<include href='base/base.xml'/>");
  CHECK(planned.complaints().empty());
  CHECK(planned.plan.corpus_roots == Paths{"base/texts"});
}

TEST_CASE("CORPUS arguments replace the root and keep the patterns") {
  const WorkingFolder folder;
  folder.write("one.txt", "1");
  const Planned planned =
      with_corpus("<corpus root='gone' include='**/*.txt'/>", {"corpus", "one.txt"});
  CHECK(planned.complaints().empty());
  CHECK(planned.plan.corpus_roots == Paths{"corpus", "one.txt"});
  CHECK(planned.plan.include == std::vector<std::string>{"**/*.txt"});
  CHECK(with_corpus("", {"corpus"}).complaints().empty());
}

TEST_CASE("every root must exist") {
  const WorkingFolder folder;
  CHECK(with_corpus("<corpus root='elsewhere'/>").complaints() ==
        "p.xml:2:15: the corpus 'elsewhere' does not exist");
  CHECK(with_corpus("", {"corups/", "corpus", folder.path() + "/corpsu"}).complaints() ==
        "command line: the corpus 'corups/' does not exist; did you mean 'corpus'?\n"
        "command line: the corpus '" +
            folder.path() + "/corpsu' does not exist; did you mean 'corpus'?");
}

TEST_CASE("a root that is reported already is not looked for") {
  const WorkingFolder folder;
  CHECK(with_corpus("<corpus root='${NOWHERE}'/>").problems.size() == 1);
  CHECK(with_corpus("<corpus root=' '/>").problems.size() == 1);
}

TEST_CASE("a pattern that can match nothing is reported") {
  const WorkingFolder folder;
  CHECK(with_corpus("<corpus root='corpus' include='./a.txt **/*.txt' exclude='/tmp/*'/>")
            .complaints() ==
        "p.xml:2:32: pattern './a.txt' of <corpus> can match nothing; "
        "patterns are relative to the root of the corpus, without './' and '../'\n"
        "p.xml:2:59: pattern '/tmp/*' of <corpus> can match nothing; "
        "patterns are relative to the root of the corpus, without './' and '../'");
}
