// SPDX-License-Identifier: Apache-2.0
/// The number that says which pipeline made an output.
#include <catch2/catch.hpp>

#include "tests/core/plan/planning.hpp"

using namespace weft;
using namespace weft::test;

namespace {

constexpr const char* kStages =
    "<transform plugin='segment'/>\n<align plugin='lexicon' lexicon='words.tsv' key='SERVICE_KEY' "
    "log='log.txt'/>\n<summarize plugin='rank' sentences='3' when='lang=en'/>\n"
    "<export plugin='tmx' to='out/{name}.tmx'/>";

std::string hash_of(const std::string& stages, Arguments arguments = {},
                    Registry registry = sample_registry()) {
  const Planned planned = plan_stages(stages, std::move(arguments), std::move(registry));
  INFO(planned.complaints());
  REQUIRE(planned.problems.empty());
  return planned.plan.hash;
}

Registry with_changed(const std::string& id, const std::function<void(PluginInfo&)>& change) {
  Registry registry;
  const Registry sample = sample_registry();
  for (PluginInfo info : sample.all()) {
    if (info.id == id) change(info);
    registry.add(std::move(info));
  }
  return registry;
}

}  // namespace

TEST_CASE("a plan has the same hash in every folder and in every run") {
  std::string first;
  {
    const WorkingFolder folder;
    folder.write("words.tsv", "a\tb\n");
    first = hash_of(kStages);
    CHECK(first.size() == 32);
    CHECK(first.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(hash_of(kStages) == first);
    Arguments elsewhere;
    elsewhere.inputs.output_dir = "elsewhere";
    elsewhere.inputs.corpus = {"words.tsv"};
    CHECK(hash_of(kStages, elsewhere) == first);
  }
  const WorkingFolder other;
  other.write("words.tsv", "a\tb\n");
  CHECK(hash_of(std::string("\n<!-- moved -->  ") + kStages) == first);
}

TEST_CASE("a value counts by its meaning, whatever way it is written") {
  const WorkingFolder folder;
  CHECK(hash_of("<parse plugin='html' max-size='2M'/>") ==
        hash_of("<parse plugin='html' max-size='2048K'/>"));
  CHECK(hash_of("<parse plugin='html'/>") == hash_of("<parse plugin='html' max-size='2M'/>"));
}

TEST_CASE("whatever changes the work changes the hash") {
  const WorkingFolder folder;
  folder.write("words.tsv", "a\tb\n");
  std::vector<std::string> hashes = {hash_of(kStages)};
  const auto set = [&](const std::string& argument) {
    hashes.push_back(hash_of(kStages, {.set = {argument}}));
  };
  set("summarize_rank.sentences=4");
  set("summarize_rank.when=lang=zh");
  set("export_tmx.to=out/{stem}.tmx");
  hashes.push_back(hash_of(kStages, {.exports = {"text=a.txt"}}));
  hashes.push_back(hash_of(std::string(kStages) + "<transform plugin='language'/>"));
  hashes.push_back(hash_of(
      kStages, {}, with_changed("export_tmx", [](PluginInfo& info) { info.version = "1.2.1"; })));
  hashes.push_back(hash_of(
      kStages, {}, with_changed("parse_text", [](PluginInfo& info) { info.cache_epoch = 1; })));
  folder.write("words.tsv", "a\tc\n");
  hashes.push_back(hash_of(kStages));
  std::ranges::sort(hashes);
  CHECK(std::ranges::adjacent_find(hashes) == hashes.end());
}

TEST_CASE("the hash of one pipeline does not change from version to version") {
  const WorkingFolder folder;
  // A changed number here breaks the caches and the provenance of all earlier runs.
  CHECK(hash_of("") == "fc279adc53e5822935150c98cf9d8b42");
}
