// SPDX-License-Identifier: Apache-2.0
/// Has a language model write summaries, each sentence traced to where the document says so.
#include <memory>
#include <string>

#include "ask_model.hpp"
#include "settings.hpp"
#include "weft/plugin.hpp"
#include "weft/text/language.hpp"
#include "write_summary.hpp"

namespace {

class SummarizeLlm : public weft::Summarizer {
 public:
  explicit SummarizeLlm(const weft::Options& options)
      : settings_(weft::read_settings(options)), ledgers_(settings_.document) {
    if (!settings_.endpoint) return;
    endpoint_ = std::make_unique<weft::Endpoint>(*settings_.endpoint);
    author_ = {settings_.endpoint->model, weft::host_of(settings_.endpoint->url)};
    // Nothing needs the key but the endpoint itself.
    settings_.endpoint->key.clear();
  }

  void process(weft::Document& document) override {
    const weft::Body body = find_source(document);
    if (body.sentences.empty()) return document.pass("no body sentences");
    weft::Wish wish = settings_.wish;
    if (wish.language.empty()) wish.language = body.lang.empty() ? "und" : body.lang;
    wish.language = weft::canonical_tag(wish.language);
    wish.headline = settings_.headline == weft::HeadlineWish::kAlways ||
                    (settings_.headline == weft::HeadlineWish::kMissing && body.title.empty());
    const std::string view = weft::summary_view_name(wish.language);
    if (document.find_view(view) != nullptr) return document.pass("has a view " + view);
    writer_.remove_picks(document);
    const std::string id(document.id());
    weft::ModelAnswer answer;
    try {
      if (endpoint_ == nullptr) throw weft::Error(WEFT_E_CONFIG, weft::no_endpoint_message());
      answer =
          weft::ask_model(*endpoint_, settings_, wish, body, ledgers_.open(id), document.context());
      ledgers_.close(id);
    } catch (const weft::Error& error) {
      // What failed TRANSIENT comes again, with what it has spent.
      if (settings_.falls_back || error.status() != WEFT_E_TRANSIENT) ledgers_.close(id);
      if (!settings_.falls_back || error.status() == WEFT_E_CANCELLED) throw;
      return fall_back(document, body, wish, error.what());
    }
    const weft::Findings findings = writer_.write(document, body, wish, answer.summary, author_);
    count(document.context(), answer, findings);
  }

 private:
  /// Sentences of the summary's own language where the document has them, else of any.
  [[nodiscard]] weft::Body find_source(const weft::Document& document) const {
    const std::string& tag = settings_.wish.language;
    if (!tag.empty()) {
      weft::Body same = weft::find_body(document, names_, tag.substr(0, tag.find('-')));
      if (!same.sentences.empty()) return same;
    }
    return weft::find_body(document, names_, "");
  }

  void fall_back(weft::Document& document, const weft::Body& body, const weft::Wish& wish,
                 const char* reason) const {
    if (!writer_.write_picks(document, body, wish, reason))
      return document.pass("no summary of the model, and no sentence fits the budget");
    document.context().count(fallbacks_);
    if (endpoint_ != nullptr)
      document.context().warn(std::string("picked sentences instead: ") + reason);
  }

  void count(const weft::Context& context, const weft::ModelAnswer& answer,
             const weft::Findings& findings) const {
    const auto add = [&](weft_id metric, std::uint64_t value) {
      if (value > 0) context.count(metric, static_cast<double>(value));
    };
    add(requests_, answer.spent.calls);
    add(prompt_tokens_, answer.spent.prompt_tokens);
    add(output_tokens_, answer.spent.output_tokens);
    add(cached_, answer.cached);
    add(parts_, answer.notes);
    add(over_budget_, answer.summary.over_budget);
    add(findings_, findings.open);
    add(unchecked_, findings.unchecked);
  }

  weft::LlmSettings settings_;
  weft::DocumentLedgers ledgers_;
  weft::BodyNames names_;
  weft::SummaryWriter writer_;
  weft::Authorship author_;
  std::unique_ptr<weft::Endpoint> endpoint_;
  weft_id requests_ = weft::name("requests");
  weft_id prompt_tokens_ = weft::name("prompt-tokens");
  weft_id output_tokens_ = weft::name("output-tokens");
  weft_id cached_ = weft::name("cached");
  weft_id parts_ = weft::name("parts");
  weft_id over_budget_ = weft::name("over-budget");
  weft_id findings_ = weft::name("findings");
  weft_id unchecked_ = weft::name("names-unchecked");
  weft_id fallbacks_ = weft::name("fallbacks");
};

}  // namespace

WEFT_PLUGIN(SummarizeLlm, .id = "summarize_llm", .version = "1.0.0",
            .doc =
                "Has a language model write a summary, checks its figures and names, and traces "
                "each sentence to the document",
            .threading = WEFT_REENTRANT, .flags = WEFT_USES_NETWORK, .params = weft::llm_params(),
            .needs = {WEFT_SPAN_SENTENCE},
            .gives = {WEFT_LINK_SUMMARY, WEFT_LINK_SUPPORT, WEFT_KEY_METHOD})
