// SPDX-License-Identifier: Apache-2.0
/// What the framework itself costs: one stage on one document of 10 KB and 300 spans, in process,
/// through the ABI and the C++ layer, with the transaction and its checks.
#include <benchmark/benchmark.h>

#include <atomic>
#include <memory>
#include <string>

#include "core/document/image.hpp"
#include "core/document/name_table.hpp"
#include "core/document/transaction.hpp"
#include "core/run/call.hpp"
#include "core/run/host.hpp"
#include "weft/plugin.hpp"

namespace {

constexpr std::size_t kSpans = 300;
constexpr std::size_t kSpanBytes = 34;

/// Looks at the document and leaves it as it is.
class Nothing final : public weft::Transform {
 public:
  explicit Nothing(const weft::Options&) {}
  void process(weft::Document& document) override {
    benchmark::DoNotOptimize(document.spans().data());
  }
};

/// Puts one attribute on every span.
class Marker final : public weft::Transform {
 public:
  explicit Marker(const weft::Options&) {}
  void process(weft::Document& document) override {
    for (const weft_span& span : document.spans())
      document.set(weft::on_span(span.id), key_, std::int64_t{1});
  }

 private:
  weft_id key_ = weft::name("bench:mark");
};

/// Puts a span inside every span.
class Splitter final : public weft::Transform {
 public:
  explicit Splitter(const weft::Options&) {}
  void process(weft::Document& document) override {
    for (const weft_span& span : document.spans()) {
      document.add_span(type_, span.view, span.begin, span.end, span.id);
    }
  }

 private:
  weft_id type_ = weft::name("sentence");
};

weft::StoredDocument make_document() {
  weft::StoredDocument document("bench.txt");
  const std::string text(kSpans * kSpanBytes, 'x');
  document.add_source("bench.txt", "", "", text, nullptr);
  weft_view view{};
  view.size = sizeof view;
  view.id = 1;
  view.name = document.arena.copy("text");
  view.text = document.arena.copy(text);
  view.source = 1;
  document.views.push_back(view);
  document.sources.front().bytes = document.views.front().text;
  for (std::size_t i = 0; i < kSpans; ++i) {
    document.spans.push_back({static_cast<weft_id>(i + 1), weft::intern("paragraph"), 1, 0,
                              static_cast<std::uint32_t>(i * kSpanBytes),
                              static_cast<std::uint32_t>((i + 1) * kSpanBytes)});
  }
  document.next_span = kSpans + 1;
  return document;
}

template <class Stage>
void run_stage(benchmark::State& state) {
  weft::detail::connect(weft::host());
  const std::vector<weft::Param> no_params;
  weft_stage* stage = weft::detail::make_stage<Stage>(weft::Options(no_params, nullptr));
  const std::string image = weft::write_image(make_document());
  const weft::RunState run;
  for (auto _ : state) {
    state.PauseTiming();
    auto document = std::make_unique<weft::StoredDocument>(weft::read_image(image));
    state.ResumeTiming();
    weft_doc doc;
    doc.stored = document.get();
    doc.transaction.emplace(*document);
    weft::Call call("bench", run);
    const weft::Outcome outcome =
        call.run(&doc, [&](weft_ctx* ctx) { return stage->process(stage, ctx, &doc); });
    if (outcome.status != WEFT_OK) state.SkipWithError(outcome.message.c_str());
    state.PauseTiming();
    doc.transaction.reset();
    document.reset();
    state.ResumeTiming();
  }
  stage->destroy(stage);
}

/// The same without pauses, for the stage that changes nothing: the clock itself costs as much as
/// the call.
void run_nothing(benchmark::State& state) {
  weft::detail::connect(weft::host());
  const std::vector<weft::Param> no_params;
  weft_stage* stage = weft::detail::make_stage<Nothing>(weft::Options(no_params, nullptr));
  weft::StoredDocument document = make_document();
  const weft::RunState run;
  for (auto _ : state) {
    weft_doc doc;
    doc.stored = &document;
    doc.transaction.emplace(document);
    weft::Call call("bench", run);
    benchmark::DoNotOptimize(
        call.run(&doc, [&](weft_ctx* ctx) { return stage->process(stage, ctx, &doc); }).status);
  }
  stage->destroy(stage);
}

void write_and_read_image(benchmark::State& state) {
  const weft::StoredDocument document = make_document();
  for (auto _ : state)
    benchmark::DoNotOptimize(weft::read_image(weft::write_image(document)).next_span);
}

BENCHMARK(run_nothing)->Name("stage that looks");
BENCHMARK_TEMPLATE(run_stage, Marker)->Name("stage that sets 300 attributes");
BENCHMARK_TEMPLATE(run_stage, Splitter)->Name("stage that adds 300 spans");
BENCHMARK(write_and_read_image)->Name("image written and read");

}  // namespace

BENCHMARK_MAIN();
