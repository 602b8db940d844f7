// SPDX-License-Identifier: Apache-2.0
/// Prompts, room for answers, and what must hold of an answer, put together.
#include "ask_model.hpp"

#include <algorithm>

#include "long_text.hpp"
#include "weft/endpoint/errors.hpp"
#include "weft/endpoint/tokens.hpp"
#include "weft/text/normalize.hpp"

namespace weft {
namespace {

constexpr int kDoublings = 2;
constexpr double kFilled = 0.9;  // of the context: templates add tokens that nobody can see

TextUnits units_of(const Body& body) {
  TextUnits out;
  for (std::size_t i = 0; i < body.sentences.size(); ++i) {
    const bool begins = i == 0 || body.sentences[i].block != body.sentences[i - 1].block;
    out.push_back({fold_space(body.sentences[i].text), begins});
  }
  return out;
}

class Asking {
 public:
  Asking(Endpoint& endpoint, const LlmSettings& settings, const Wish& wish, const Body& body,
         const Context& context)
      : endpoint_(endpoint),
        settings_(settings),
        wish_(wish),
        title_(fold_space(body.title)),
        context_(context),
        ledger_("the document", settings.document) {}

  ModelAnswer run(TextUnits units) {
    LongTextAsks asks;
    asks.note = [&](const std::string& text, std::size_t most) { return take_note(text, most); };
    asks.finish = [&](const std::string& text, bool of_notes) { finish(text, of_notes); };
    ask_in_parts(std::move(units), room(), asks);
    out_.spent = ledger_.spent();
    return std::move(out_);
  }

 private:
  /// Tokens of text that fit beside the words of the question and the answer; 0: not known.
  [[nodiscard]] std::size_t room() const {
    if (settings_.context_tokens == 0) return 0;
    std::size_t taken = settings_.request.max_tokens;
    for (const ChatMessage& message : ask_for_summary(wish_, title_, "", true, make_nonce("")))
      taken += estimate_tokens(message.content);
    const auto whole =
        static_cast<std::size_t>(kFilled * static_cast<double>(settings_.context_tokens));
    if (whole > taken) return whole - taken;
    throw Error(WEFT_E_CONFIG, "summarize_llm: context-tokens=\"" +
                                   std::to_string(settings_.context_tokens) +
                                   "\" leaves no room for text beside " + std::to_string(taken) +
                                   " tokens of question and answer; lower answer-tokens");
  }

  std::string take_note(const std::string& text, std::size_t most) {
    ChatRequest request = settings_.request;
    request.nonce = make_nonce(title_ + text);
    // A word of English is a token or more, so that the model's count stays below ours.
    constexpr std::size_t kMostWords = 300;
    request.messages =
        ask_for_notes(wish_, title_, text, std::min(kMostWords, most / 4 + 8), request.nonce);
    ++out_.notes;
    return chat(std::move(request), [](std::string_view content) {
      return speaks_of_task(content) ? std::string("it speaks of its task and not of the document")
                                     : std::string();
    });
  }

  void finish(const std::string& text, bool of_notes) {
    ChatRequest request = settings_.request;
    request.nonce = make_nonce(title_ + text);
    request.messages = ask_for_summary(wish_, title_, text, of_notes, request.nonce);
    request.json = wish_.form != AnswerForm::kText;
    if (wish_.form == AnswerForm::kSchema) request.json_schema = schema_of(wish_);
    WrittenSummary ignored;
    const auto objection = [&](std::string_view content) {
      return read_summary(content, wish_, ignored);
    };
    const std::string content = chat(std::move(request), objection);
    const std::string against = read_summary(content, wish_, out_.summary);
    if (!against.empty()) throw Error(WEFT_E_INTERNAL, "summarize_llm: " + against);
  }

  std::string chat(ChatRequest request, std::function<std::string(std::string_view)> objection) {
    EndpointCall call;
    call.poll = [&] { context_.check_cancelled(); };
    call.document = &ledger_;
    call.objection = std::move(objection);
    for (int doublings = 0;; ++doublings) {
      try {
        ChatAnswer answer = endpoint_.chat(request, call);
        out_.cached += answer.from_cache ? 1 : 0;
        return std::move(answer.content);
      } catch (const AnswerTruncated& cut) {
        if (doublings == kDoublings) {
          throw AnswerTruncated(std::string(cut.what()) + " (with " +
                                std::to_string(request.max_tokens) +
                                " tokens; raise answer-tokens, or turn the model's thinking off)");
        }
        request.max_tokens *= 2;
      }
    }
  }

  Endpoint& endpoint_;
  const LlmSettings& settings_;
  const Wish& wish_;
  std::string title_;
  const Context& context_;
  Ledger ledger_;
  ModelAnswer out_;
};

}  // namespace

ModelAnswer ask_model(Endpoint& endpoint, const LlmSettings& settings, const Wish& wish,
                      const Body& body, const Context& context) {
  return Asking(endpoint, settings, wish, body, context).run(units_of(body));
}

}  // namespace weft
