// SPDX-License-Identifier: Apache-2.0
/// Prompts, room for answers, and what must hold of an answer, put together.
#include "ask_model.hpp"

#include <algorithm>

#include "answer_language.hpp"
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
         Ledger& account, const Context& context)
      : endpoint_(endpoint),
        settings_(settings),
        wish_(wish),
        title_(fold_space(body.title)),
        account_(account),
        context_(context) {}

  ModelAnswer run(TextUnits units) {
    LongTextAsks asks;
    asks.note = [&](const std::string& text, std::size_t most) { return take_note(text, most); };
    asks.finish = [&](const std::string& text, bool of_notes) { finish(text, of_notes); };
    const std::size_t most = room(units);
    ask_in_parts(std::move(units), most, asks);
    out_.spent = account_.spent();
    return std::move(out_);
  }

 private:
  [[nodiscard]] EndpointCall call() {
    EndpointCall out;
    out.poll = [&] { context_.check_cancelled(); };
    out.document = &account_;
    return out;
  }

  /// Tokens that the words of the question and the answer take.
  template <class Count>
  [[nodiscard]] std::size_t taken(const Count& count) const {
    std::size_t out = settings_.request.max_tokens;
    for (const ChatMessage& message : ask_for_summary(wish_, title_, "", true, make_nonce("")))
      out += count(message.content);
    return out;
  }

  static std::size_t filled(std::size_t context) {
    return static_cast<std::size_t>(kFilled * static_cast<double>(context));
  }

  /// Tokens of text, by the bound, that fit beside question and answer; 0: not known.
  [[nodiscard]] std::size_t room(const TextUnits& units) {
    if (settings_.context_tokens == 0) return room_told(units);
    const std::size_t whole = filled(settings_.context_tokens);
    const std::size_t other = taken(estimate_tokens);
    if (whole > other) return whole - other;
    throw Error(WEFT_E_CONFIG, "summarize_llm: context-tokens=\"" +
                                   std::to_string(settings_.context_tokens) +
                                   "\" leaves no room for text beside " + std::to_string(other) +
                                   " tokens of question and answer; lower answer-tokens");
  }

  /// The same by what the server tells. The likely length counts here: a part that is longer after
  /// all costs a refusal, but the bound would cut English into four times as many parts.
  [[nodiscard]] std::size_t room_told(const TextUnits& units) {
    constexpr std::size_t kShort = 2048;  // tokens that every model takes
    const std::size_t bound = tokens_of(units);
    if (bound <= kShort) return 0;
    const std::size_t whole = filled(endpoint_.context_tokens(call()));
    const std::size_t other = taken(likely_tokens);
    if (whole <= other) return 0;
    const std::size_t likely = std::max<std::size_t>(likely_tokens(text_of(units)), 1);
    const double ratio = static_cast<double>(bound) / static_cast<double>(likely);
    return static_cast<std::size_t>(static_cast<double>(whole - other) * ratio);
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
    out_.summary = ask_for_end(request);
    const std::string language = language_instead(out_.summary.sentences, wish_.language);
    if (language.empty()) return;
    insist_on_language(request.messages, wish_.language, language);
    try {
      out_.summary = ask_for_end(request);
    } catch (const Error& error) {
      // A summary in the wrong language, marked as one, is more than none.
      if (error.status() == WEFT_E_CANCELLED) throw;
    }
    out_.summary.language = language_instead(out_.summary.sentences, wish_.language);
  }

  WrittenSummary ask_for_end(const ChatRequest& request) {
    WrittenSummary out;
    const std::string content =
        chat(request, [&](std::string_view answer) { return read_summary(answer, wish_, out); });
    const std::string against = read_summary(content, wish_, out);
    if (!against.empty()) throw Error(WEFT_E_INTERNAL, "summarize_llm: " + against);
    return out;
  }

  std::string chat(ChatRequest request, std::function<std::string(std::string_view)> objection) {
    EndpointCall call = this->call();
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
  Ledger& account_;
  const Context& context_;
  ModelAnswer out_;
};

}  // namespace

ModelAnswer ask_model(Endpoint& endpoint, const LlmSettings& settings, const Wish& wish,
                      const Body& body, Ledger& account, const Context& context) {
  return Asking(endpoint, settings, wish, body, account, context).run(units_of(body));
}

}  // namespace weft
