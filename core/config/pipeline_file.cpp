// SPDX-License-Identifier: Apache-2.0
/// The grammar of a pipeline file; README.md has it in words.
#include "core/config/pipeline_file.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/config/stage_element.hpp"
#include "core/config/substitute.hpp"
#include "core/config/suggest.hpp"

namespace weft {
namespace {

std::string in_tag(const std::string& name) {
  return "<" + name + ">";
}

std::vector<std::string> words(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  std::vector<std::string> result;
  for (std::size_t begin = text.find_first_not_of(kSpace); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kSpace, begin), text.size());
    result.emplace_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(kSpace, end);
  }
  return result;
}

class PipelineReader {
 public:
  PipelineReader(const std::filesystem::path& base_dir, const Environment& environment,
                 Problems& problems)
      : base_dir_(base_dir), environment_(environment), problems_(problems) {}

  PipelineFile read(XmlElement root) {
    if (root.name != "pipeline") {
      problems_.add(root.place, "the root element is " + in_tag(root.name) + ", not <pipeline>",
                    closest(root.name, {"pipeline"}) ? "did you mean <pipeline>?" : "");
      file_.config.whole = false;
      return std::move(file_);
    }
    file_.config.place = root.place;
    read_root_attributes(root);
    for (XmlElement& child : root.children)
      read_child(child);
    return std::move(file_);
  }

 private:
  void read_root_attributes(XmlElement& root) {
    for (XmlAttribute& attribute : root.attributes) {
      // What an editor needs to find the grammar, and nothing to us.
      const bool schema =
          attribute.name.starts_with("xmlns:") || attribute.name.starts_with("xsi:");
      if (schema) continue;
      if (!known(attribute, root, {"name"})) continue;
      substitute(attribute, environment_, problems_);
      file_.config.name = attribute.value;
    }
  }

  void read_child(XmlElement& element) {
    const auto& stages = stage_elements();
    if (element.name == "corpus") return read_corpus(element);
    if (element.name == "include") return read_include(element);
    if (std::ranges::find(stages, element.name) != stages.end()) {
      if (auto stage = read_stage(element, base_dir_, environment_, problems_))
        add_stage(std::move(*stage));
      return;
    }
    std::vector<std::string> names = {"corpus", "include"};
    names.insert(names.end(), stages.begin(), stages.end());
    problems_.add(element.place, "unknown element " + in_tag(element.name),
                  suggest(element.name, names));
    // Read as what was meant, it hides no further mistakes and makes nothing else seem missing.
    if (const auto meant = closest(element.name, names)) {
      element.name = *meant;
      read_child(element);
    }
  }

  /// Reports an attribute that is not among `names`.
  bool known(const XmlAttribute& attribute, const XmlElement& element,
             const std::vector<std::string>& names) {
    if (std::ranges::find(names, attribute.name) != names.end()) return true;
    problems_.add(attribute.name_place,
                  "unknown attribute '" + attribute.name + "' of " + in_tag(element.name),
                  suggest(attribute.name, names));
    return false;
  }

  void read_include(XmlElement& element) {
    IncludeConfig include;
    bool given = false;
    for (XmlAttribute& attribute : element.attributes) {
      if (!known(attribute, element, {"href"})) continue;
      given = true;
      if (!substitute(attribute, environment_, problems_)) continue;
      include = {attribute.value, attribute.value_place};
      if (attribute.value.empty())
        problems_.add(attribute.value_place, "'href' of <include> is empty", "name a file");
    }
    if (!given)
      problems_.add(element.place, "<include> has no 'href'", "write <include href=\"FILE\"/>");
    if (include.href.empty())
      file_.config.whole = false;
    else
      file_.includes.push_back(std::move(include));
  }

  void read_corpus(XmlElement& element) {
    CorpusConfig corpus;
    corpus.base_dir = base_dir_;
    corpus.place = corpus.root_place = element.place;
    corpus.include_place = corpus.exclude_place = element.place;
    for (XmlAttribute& attribute : element.attributes) {
      if (!known(attribute, element, {"root", "include", "exclude"})) continue;
      substitute(attribute, environment_, problems_);
      set_corpus(corpus, attribute);
    }
    if (file_.config.corpus)
      problems_.add(element.place, "a second <corpus>",
                    "the first is at " + to_string(file_.config.corpus->place));
    else
      file_.config.corpus = std::move(corpus);
  }

  void set_corpus(CorpusConfig& corpus, const XmlAttribute& attribute) {
    if (words(attribute.value).empty())
      problems_.add(attribute.value_place, "'" + attribute.name + "' of <corpus> is empty",
                    "leave it out or give it a value");
    if (attribute.name == "root") {
      corpus.root = attribute.value;
      corpus.root_place = attribute.value_place;
    } else if (attribute.name == "include") {
      corpus.include = words(attribute.value);
      corpus.include_place = attribute.value_place;
    } else {
      corpus.exclude = words(attribute.value);
      corpus.exclude_place = attribute.value_place;
    }
  }

  void add_stage(StageConfig stage) {
    auto& stages = file_.config.stages;
    const auto [other, is_new] = ids_.try_emplace(stage.id, stages.size());
    if (!is_new) {
      problems_.add(stage.id_place,
                    "the id '" + stage.id + "' is that of the stage at " +
                        to_string(stages[other->second].place),
                    "give one of them another id=\"...\"");
    } else if (stages.size() == kMaxStages) {
      problems_.add(stage.place, "more than " + std::to_string(kMaxStages) + " stages");
    } else {
      stages.push_back(std::move(stage));
    }
  }

  const std::filesystem::path& base_dir_;
  const Environment& environment_;
  Problems& problems_;
  PipelineFile file_;
  std::unordered_map<std::string, std::size_t> ids_;
};

}  // namespace

PipelineFile read_pipeline(XmlElement root, const std::filesystem::path& base_dir,
                           const Environment& environment, Problems& problems) {
  return PipelineReader(base_dir, environment, problems).read(std::move(root));
}

}  // namespace weft
