// SPDX-License-Identifier: Apache-2.0
/// Outputs that would destroy something are refused before anything is written.
#include <catch2/catch.hpp>

#include "tests/core/plan/planning.hpp"

using namespace weft;
using namespace weft::test;

namespace {

/// Complaints about one text exporter in line 4, column 27, of a corpus with these attributes.
std::string with_corpus(const std::string& corpus, const std::string& to,
                        Arguments arguments = {}) {
  return plan_text_of("<pipeline>\n<corpus " + corpus + "/>\n<parse plugin='text'/>\n" +
                          "<export plugin='text' to='" + to + "'/></pipeline>",
                      std::move(arguments))
      .complaints();
}

constexpr const char* kElsewhere =
    "; choose another folder by --out, or put the path into exclude=\"...\" of <corpus>";

}  // namespace

TEST_CASE("two exporters cannot write one file, however it is spelt") {
  const WorkingFolder folder;
  CHECK(complaints_of("<export plugin='text' to='out/{name}.txt'/>\n"
                      "<export plugin='text' id='again' to='./out//news.txt'/>") ==
        "p.xml:5:38: output 'out/news.txt' of export_text (id 'again') is also that of "
        "export_text at p.xml:4:27; give each its own path");
  CHECK(complaints_of("<export plugin='text' to='{stem}.txt'/>\n"
                      "<export plugin='text' id='again' to='{stem}.md'/>")
            .empty());
}

TEST_CASE("an output cannot be a folder of another") {
  const WorkingFolder folder;
  CHECK(complaints_of("<export plugin='text' to='out/a'/>\n"
                      "<export plugin='text' id='again' to='out/a/b.txt'/>") ==
        "p.xml:5:38: output 'out/a/b.txt' of export_text (id 'again') lies in output 'out/a' of "
        "export_text at p.xml:4:27, a file; choose another folder");
  CHECK(complaints_of("<export plugin='text' to='out/a/b.txt'/>\n"
                      "<export plugin='text' id='again' to='out'/>") ==
        "p.xml:5:38: output 'out' of export_text (id 'again') is a folder of output "
        "'out/a/b.txt' of export_text at p.xml:4:27; choose another name");
  CHECK(complaints_of("<export plugin='text' to='out/a.txt'/>\n"
                      "<export plugin='text' id='again' to='out/a'/>")
            .empty());
}

TEST_CASE("the outputs that options name take part") {
  const WorkingFolder folder;
  CHECK(complaints_of("<transform plugin='segment'/><align plugin='lexicon' log='a.txt'/>\n"
                      "<export plugin='text' to='a.txt'/>") ==
        "p.xml:5:27: output 'a.txt' of export_text is also that of align_lexicon at p.xml:4:59; "
        "give each its own path");
}

TEST_CASE("an output cannot be a pipeline file or an input") {
  const WorkingFolder folder;
  folder.write("words.tsv", "a\tb\n");
  CHECK(complaints_of("<export plugin='text' to='p.xml'/>") ==
        "p.xml:4:27: output 'p.xml' of export_text would overwrite the pipeline file p.xml; "
        "choose another path");
  CHECK(complaints_of("<transform plugin='segment'/><align plugin='lexicon' lexicon='words.tsv'/>\n"
                      "<export plugin='text' to='words.tsv'/>") ==
        "p.xml:5:27: output 'words.tsv' of export_text would overwrite the file that 'lexicon' "
        "of align_lexicon reads; choose another path");
}

TEST_CASE("an output cannot be a document of the corpus, now or in the next run") {
  const WorkingFolder folder;
  folder.write("corpus/a.txt", "A.");
  CHECK(with_corpus("root='corpus'", "corpus/a.txt") ==
        "p.xml:4:27: output 'corpus/a.txt' of export_text would overwrite a document of the "
        "corpus '" +
            folder.path() + "/corpus'" + kElsewhere);
  CHECK(with_corpus("", "out/b.txt") ==
        "p.xml:4:27: output 'out/b.txt' of export_text would be a document of the corpus '" +
            folder.path() + "' in the next run" + kElsewhere);
  CHECK(with_corpus("", "{stem}.txt") ==
        "p.xml:4:27: output '{stem}.txt' of export_text would be a document of the corpus '" +
            folder.path() + "' in the next run" + kElsewhere);
  CHECK_FALSE(with_corpus("include='corpus/*.txt'", "{id}").empty());
  CHECK_FALSE(with_corpus("include='**/*.txt'", "out/{stem}.txt").empty());
  Arguments arguments;
  arguments.inputs.corpus = {"corpus/a.txt"};
  CHECK(with_corpus("", "corpus/a.txt", arguments) ==
        "p.xml:4:27: output 'corpus/a.txt' of export_text would overwrite a document of the "
        "corpus '" +
            folder.path() + "/corpus/a.txt'" + kElsewhere);
}

TEST_CASE("an output beside the documents is allowed where no pattern takes it") {
  const WorkingFolder folder;
  CHECK(with_corpus("include='**/*.html'", "out/b.txt").empty());
  CHECK(with_corpus("include='**/*.html'", "out/{stem}.txt").empty());
  CHECK(with_corpus("exclude='out/**'", "out/b.txt").empty());
  CHECK(with_corpus("exclude='out/**'", "out/{id}.txt").empty());
  CHECK(with_corpus("", ".out/b.txt").empty());
  CHECK(with_corpus("root='corpus'", "corpus2/b.txt").empty());
}

TEST_CASE("a link to the corpus is the corpus") {
  const WorkingFolder folder;
  std::filesystem::create_directory_symlink("corpus", "link");
  CHECK_FALSE(with_corpus("root='link'", "corpus/b.txt").empty());
}

TEST_CASE("outputs count from --out and stay in it") {
  const WorkingFolder folder;
  Arguments arguments;
  arguments.inputs.output_dir = "elsewhere";
  CHECK(with_corpus("root='corpus'", "corpus/a.txt", arguments).empty());
  CHECK(with_corpus("root='corpus'", "../a.txt") ==
        "p.xml:4:27: option 'to' of export_text: '../a.txt' leads out of the output directory; "
        "write a path without '..'");
  CHECK(with_corpus("root='corpus'", "/a.txt") ==
        "p.xml:4:27: option 'to' of export_text: '/a.txt' is an absolute path; "
        "write a path below the output directory, which --out sets");
  CHECK(with_corpus("root='corpus'", "out/") ==
        "p.xml:4:27: option 'to' of export_text: 'out/' names a directory; "
        "add the name of a file");
  arguments.exports = {"text=" + folder.path() + "/b.txt"};
  CHECK(with_corpus("root='corpus'", "ignored.txt", arguments).empty());
}

TEST_CASE("a file where a folder must be is found before the run") {
  const WorkingFolder folder;
  folder.write("out", "");
  CHECK(with_corpus("root='corpus'", "out/b/{stem}.txt") ==
        "p.xml:4:27: output 'out/b/{stem}.txt' of export_text cannot be made: '" + folder.path() +
            "/out' is a file; choose another path, or another folder by --out");
}
