// SPDX-License-Identifier: Apache-2.0
#include "core/run/flow.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <stdexcept>

using weft::FlowFilter;
using weft::FlowLimits;
using weft::run_flow;
using weft::Work;

namespace {

std::function<std::unique_ptr<Work>()> numbers(int count) {
  return [count, next = 0]() mutable -> std::unique_ptr<Work> {
    if (next == count) return nullptr;
    auto work = std::make_unique<Work>();
    work->id = std::to_string(next++);
    return work;
  };
}

}  // namespace

TEST_CASE("works reach the sink in order, whatever threads they went through") {
  for (const unsigned jobs : {1U, 2U, 8U}) {
    std::vector<std::string> reached;
    std::string in_order;  // written by an in-order filter without any lock: it must not need one
    std::atomic<int> under_way{0};
    std::atomic<int> most{0};
    const FlowFilter parallel{false, [&](Work& work) {
                                const int now = ++under_way;
                                int seen = most.load();
                                while (now > seen && !most.compare_exchange_weak(seen, now)) {
                                }
                                work.note = work.id + "!";
                              }};
    const FlowFilter serial{true, [&](Work& work) { in_order += work.note; }};
    run_flow({jobs, 1U << 20U}, numbers(200), {parallel, serial}, [&](Work& work) {
      --under_way;
      reached.push_back(work.note);
    });
    std::string expected;
    REQUIRE(reached.size() == 200);
    for (int i = 0; i < 200; ++i) {
      CHECK(reached[static_cast<std::size_t>(i)] == std::to_string(i) + "!");
      expected += std::to_string(i) + "!";
    }
    CHECK(in_order == expected);
    CHECK(most.load() <= static_cast<int>(4 * jobs));
  }
}

TEST_CASE("an exception in the sink comes out of the flow") {
  CHECK_THROWS_AS(run_flow({4, 1U << 20U}, numbers(100), {},
                           [](Work& work) {
                             if (work.id == "50") throw std::runtime_error("full");
                           }),
                  std::runtime_error);
}
