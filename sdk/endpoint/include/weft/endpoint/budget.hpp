// SPDX-License-Identifier: Apache-2.0
/// What requests to an endpoint may cost, and what they have cost so far.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace weft {

/// Caps on what a document or a run may spend; 0 is no cap.
struct Budget {
  std::uint64_t calls = 0;          ///< requests sent, failed ones and retries too
  std::uint64_t prompt_tokens = 0;  ///< tokens sent
  std::uint64_t output_tokens = 0;  ///< tokens written by the model
  double cost = 0;                  ///< in the currency of the prices
  double seconds = 0;               ///< waited for answers, summed over threads
};

/// What was spent. Tokens are the endpoint's own count, or the upper bound of estimate_tokens where
/// it gives none.
struct Spent {
  std::uint64_t calls = 0;
  std::uint64_t prompt_tokens = 0;
  std::uint64_t output_tokens = 0;
  double cost = 0;
  double seconds = 0;
};

/// Prices of a million tokens, in any one currency.
struct Prices {
  double prompt = 0;
  double output = 0;
};

/// The account of a document or of a run. A request is booked before it is sent with the most that
/// it may cost, so that several threads cannot pass a cap together. Any thread.
class Ledger {
 public:
  /// `name` is for messages: "the run", "the document".
  Ledger(std::string name, Budget budget) : name_(std::move(name)), budget_(budget) {}

  /// Books a request. Throws Error(WEFT_E_LIMIT) naming the cap when that would pass it; then
  /// nothing is booked.
  void book(const Spent& most);
  /// Replaces what was booked for a request by what it came to.
  void settle(const Spent& booked, const Spent& actual);
  [[nodiscard]] Spent spent() const;

 private:
  std::string name_;
  Budget budget_;
  Spent spent_;
  mutable std::mutex mutex_;
};

/// The accounts of the documents in hand. The host brings a document again that failed TRANSIENT;
/// its caps hold for all these attempts together, so its account stays open between them. Any
/// thread.
class DocumentLedgers {
 public:
  /// `caps` of each document.
  explicit DocumentLedgers(Budget caps) : caps_(caps) {}

  /// The account of a document: a new one, or as its last attempt left it. Good until it is closed.
  Ledger& open(const std::string& document_id);
  /// Forgets it: the document is done or has failed for good.
  void close(const std::string& document_id);

 private:
  Budget caps_;
  std::map<std::string, Ledger, std::less<>> open_;
  std::mutex mutex_;
};

}  // namespace weft
