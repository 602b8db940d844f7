// SPDX-License-Identifier: Apache-2.0
/// Aligns sentences of two languages by vectors of their meaning, from an endpoint or from files.
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align_vectors.hpp"
#include "lexical_vectors.hpp"
#include "vector_source.hpp"
#include "weft/align/bead_writer.hpp"
#include "weft/align/two_sides.hpp"
#include "weft/plugin.hpp"
#include "windows.hpp"

namespace {

constexpr const char* kId = "align_embedding";

weft::EndpointOptions endpoint_options(const weft::Options& options) {
  weft::EndpointOptions out;
  out.url = options.string("endpoint");
  out.model = options.string("model");
  out.key = options.string("key");
  out.allow_plaintext = options.boolean("allow-plaintext");
  out.certificates = options.string("certificates");
  out.timeout = options.real("timeout");
  out.retries = static_cast<std::uint32_t>(options.integer("retries"));
  out.requests_per_minute = options.real("requests-per-minute");
  out.tokens_per_minute = options.real("tokens-per-minute");
  out.batch = static_cast<std::size_t>(options.integer("batch"));
  out.cache_directory = options.string("cache");
  out.cache_bytes = static_cast<std::uint64_t>(options.integer("cache-size"));
  out.run.prompt_tokens = static_cast<std::uint64_t>(options.integer("run-tokens"));
  return out;
}

std::unique_ptr<weft::VectorSource> make_source(const weft::Options& options) {
  const bool asks = options.has("endpoint");
  if (asks == options.has("vectors")) {
    throw weft::Error(WEFT_E_CONFIG,
                      "align_embedding: give either endpoint and model, or vectors and texts");
  }
  if (asks) {
    weft::Budget document;
    document.prompt_tokens = static_cast<std::uint64_t>(options.integer("document-tokens"));
    return std::make_unique<weft::EndpointSource>(endpoint_options(options), document);
  }
  if (!options.has("texts")) {
    throw weft::Error(WEFT_E_CONFIG,
                      "align_embedding: vectors needs texts, the file that says whose they are");
  }
  return std::make_unique<weft::FileSource>(options.string("vectors"), options.string("texts"));
}

/// One side laid out in the order of its sections.
struct SideText {
  std::vector<std::string_view> sentences;
  std::vector<std::uint32_t> bytes;
  std::vector<std::uint8_t> begins_block;
  std::vector<weft_id> spans;
  std::vector<weft::Stretch> stretches;

  void append(const weft::Document& document, const weft::Side& side,
              const std::vector<std::uint32_t>& members) {
    const auto begin = static_cast<std::uint32_t>(sentences.size());
    const weft::Sentences measured = weft::measure(side, members);
    bytes.insert(bytes.end(), measured.bytes.begin(), measured.bytes.end());
    begins_block.insert(begins_block.end(), measured.begins_block.begin(),
                        measured.begins_block.end());
    for (const std::uint32_t i : members) {
      sentences.push_back(document.text(side.sentences[i]));
      spans.push_back(side.sentences[i].id);
    }
    stretches.push_back({begin, static_cast<std::uint32_t>(sentences.size())});
  }
};

class AlignEmbedding : public weft::Aligner {
 public:
  explicit AlignEmbedding(const weft::Options& options)
      : source_range_(options.string("source")),
        target_range_(options.string("target")),
        windows_(static_cast<std::size_t>(options.integer("windows"))),
        longest_(static_cast<std::size_t>(options.integer("longest"))),
        lexical_share_(options.real("lexical-share")),
        vectors_(make_source(options)) {
    if (options.has("lexicon")) lexicon_ = weft::Lexicon::open(options.string("lexicon"));
  }

  void process(weft::Document& document) override {
    const weft::SidePair sides =
        weft::pick_sides(document, source_range_, target_range_, sentence_);
    if (!sides.missing.empty()) return document.pass(sides.missing);
    SideText from;
    SideText to;
    std::vector<weft::VectorSection> sections;
    for (const weft::Section& section :
         weft::sections_of(document, sides.source, sides.target, parallel_)) {
      from.append(document, sides.source, section.source);
      to.append(document, sides.target, section.target);
      sections.push_back({from.stretches.back(), to.stretches.back()});
    }
    for (const weft::Bead& bead : align(document.context(), from, to, sections))
      writer_.write(document, bead, from.spans, to.spans);
  }

 private:
  /// Only stretches that have a counterpart are worth vectors.
  static std::vector<weft::Stretch> with_counterpart(const SideText& side, const SideText& other) {
    std::vector<weft::Stretch> out;
    for (std::size_t i = 0; i < side.stretches.size(); ++i) {
      if (other.stretches[i].begin < other.stretches[i].end) out.push_back(side.stretches[i]);
    }
    return out;
  }

  std::vector<weft::Bead> align(const weft::Context& context, const SideText& from,
                                const SideText& to,
                                const std::vector<weft::VectorSection>& sections) const {
    const std::vector<weft::Stretch> source_stretches = with_counterpart(from, to);
    const std::vector<weft::Stretch> target_stretches = with_counterpart(to, from);
    std::vector<weft::WindowText> texts;
    const weft::WindowTexts source_texts(from.sentences, source_stretches, windows_, longest_,
                                         texts);
    const weft::WindowTexts target_texts(to.sentences, target_stretches, windows_, longest_, texts);
    const weft::Vectors all = vectors_->vectors(texts, context);
    std::optional<weft::LexicalVectors> lexical;
    if (lexicon_)
      lexical.emplace(*lexicon_, source_range_, target_range_, from.sentences, to.sentences);
    const weft::Vectors none;
    const weft::VectorSide source{{source_texts, all, source_stretches, from.bytes,
                                   lexical ? lexical->source : none, lexical_share_},
                                  from.bytes,
                                  from.begins_block};
    const weft::VectorSide target{{target_texts, all, target_stretches, to.bytes,
                                   lexical ? lexical->target : none, lexical_share_},
                                  to.bytes,
                                  to.begins_block};
    return weft::align_vectors(source, target, sections, {}, [&] { context.check_cancelled(); });
  }

  std::string source_range_;
  std::string target_range_;
  std::size_t windows_;
  std::size_t longest_;
  double lexical_share_;
  std::optional<weft::Lexicon> lexicon_;
  std::unique_ptr<weft::VectorSource> vectors_;
  weft_id sentence_ = weft::name(WEFT_SPAN_SENTENCE);
  weft_id parallel_ = weft::name(WEFT_LINK_PARALLEL);
  weft::BeadWriter writer_{kId};
};

}  // namespace

WEFT_PLUGIN(
    AlignEmbedding, .id = kId, .version = "0.1.0",
    .doc =
        "Aligns sentences of two languages by vectors of their meaning, from an OpenAI-compatible "
        "endpoint or from files.",
    .threading = WEFT_REENTRANT, .flags = WEFT_USES_NETWORK,
    .params =
        {{.name = "source",
          .type = WEFT_TYPE_LANGUAGE,
          .def = "en",
          .doc = "Language range of the view that gives the source sentences."},
         {.name = "target",
          .type = WEFT_TYPE_LANGUAGE,
          .def = "zh",
          .doc = "Language range of the view that gives the target sentences."},
         {.name = "endpoint",
          .doc = "What stands before /embeddings, as in https://api.example.com/v1; https, or http "
                 "to this machine."},
         {.name = "model", .doc = "The model's name as the endpoint knows it."},
         {.name = "key",
          .type = WEFT_TYPE_SECRET,
          .doc = "The environment variable that holds the endpoint's key."},
         {.name = "allow-plaintext",
          .type = WEFT_TYPE_BOOL,
          .def = "false",
          .doc = "Allows http to other machines: the network sees the texts and the key."},
         {.name = "certificates",
          .type = WEFT_TYPE_INPUT,
          .doc = "Certificates to trust instead of the system's, a PEM file."},
         {.name = "timeout",
          .type = WEFT_TYPE_DURATION,
          .def = "2m",
          .doc = "How long one attempt may take.",
          .min = "1s",
          .max = "1h"},
         {.name = "retries",
          .type = WEFT_TYPE_INTEGER,
          .def = "4",
          .doc = "Attempts after the first for what may pass.",
          .min = "0",
          .max = "20"},
         {.name = "batch",
          .type = WEFT_TYPE_INTEGER,
          .def = "64",
          .doc = "Texts in one request.",
          .unit = "texts",
          .min = "1",
          .max = "2048"},
         {.name = "requests-per-minute",
          .type = WEFT_TYPE_REAL,
          .def = "0",
          .doc = "Requests are spread to this rate, of all threads together; 0: no limit.",
          .min = "0"},
         {.name = "tokens-per-minute",
          .type = WEFT_TYPE_REAL,
          .def = "0",
          .doc = "The same for tokens, counted at their most.",
          .min = "0"},
         {.name = "document-tokens",
          .type = WEFT_TYPE_INTEGER,
          .def = "0",
          .doc = "Tokens one document may send; 0: no limit.",
          .unit = "tokens",
          .min = "0"},
         {.name = "run-tokens",
          .type = WEFT_TYPE_INTEGER,
          .def = "0",
          .doc = "Tokens the run may send; 0: no limit.",
          .unit = "tokens",
          .min = "0"},
         {.name = "cache",
          .doc = "Folder for vectors already asked for; without it every run asks anew."},
         {.name = "cache-size",
          .type = WEFT_TYPE_SIZE,
          .def = "0",
          .doc = "The oldest vectors of the cache go when a run begins with more; 0: all stay."},
         {.name = "vectors",
          .type = WEFT_TYPE_INPUT,
          .doc = "A .npy file of vectors instead of an endpoint, one a row."},
         {.name = "texts",
          .type = WEFT_TYPE_INPUT,
          .doc = "Whose vectors they are: one text a line, sentences and windows of both sides."},
         {.name = "windows",
          .type = WEFT_TYPE_INTEGER,
          .def = "5",
          .doc =
              "Sentences in the longest window with a vector of its own; longer ones are summed.",
          .unit = "sentences",
          .min = "1",
          .max = "5"},
         {.name = "longest",
          .type = WEFT_TYPE_SIZE,
          .def = "6K",
          .doc = "Longer texts are cut there before their vector is asked for.",
          .min = "16"},
         {.name = "lexicon",
          .type = WEFT_TYPE_INPUT,
          .doc = "A file that weft lexicon build made; its words count beside the vectors."},
         {.name = "lexical-share",
          .type = WEFT_TYPE_REAL,
          .def = "0.3",
          .doc = "How much of the similarity is the lexicon's.",
          .min = "0",
          .max = "1"}},
    .needs = {WEFT_SPAN_SENTENCE}, .gives = {WEFT_LINK_BEAD})
