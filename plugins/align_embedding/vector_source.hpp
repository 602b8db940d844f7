// SPDX-License-Identifier: Apache-2.0
/// Where the vectors of texts come from: an endpoint, or files made before.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "weft/endpoint/endpoint.hpp"
#include "weft/endpoint/vectors.hpp"
#include "weft/host.hpp"

namespace weft {

/// A text of one sentence or several in a row, and how it may also be written in a list.
struct WindowText {
  std::string text;
  std::string spaced;  ///< the same with a space between all sentences; empty where it is equal
};

/// Any thread.
class VectorSource {
 public:
  VectorSource() = default;
  VectorSource(const VectorSource&) = delete;
  VectorSource& operator=(const VectorSource&) = delete;
  virtual ~VectorSource() = default;

  /// A vector for every text, in order. Throws Error when one is missing: a vector is never made
  /// up.
  [[nodiscard]] virtual Vectors vectors(const std::vector<WindowText>& texts,
                                        const Context& context) = 0;
};

/// Asks an endpoint. `document_budget` is what one call of `vectors` may spend.
class EndpointSource : public VectorSource {
 public:
  EndpointSource(EndpointOptions options, Budget document_budget)
      : endpoint_(std::move(options)), budget_(document_budget) {}

  [[nodiscard]] Vectors vectors(const std::vector<WindowText>& texts,
                                const Context& context) override;

 private:
  Endpoint endpoint_;
  Budget budget_;
  weft_id calls_ = name("endpoint-calls");
  weft_id tokens_ = name("endpoint-tokens");
};

/// A .npy file and a file of texts, one a line, that say whose vector each row is. White space at
/// the ends of a line does not count, and within it only that it is there. Of equal texts the first
/// counts.
class FileSource : public VectorSource {
 public:
  /// Throws Error(WEFT_E_CONFIG) when the files cannot be read or do not belong together.
  FileSource(const std::string& vectors_path, const std::string& texts_path);

  [[nodiscard]] Vectors vectors(const std::vector<WindowText>& texts,
                                const Context& context) override;

 private:
  std::string texts_path_;
  Vectors vectors_;
  std::unordered_map<std::string, std::size_t> rows_;
};

/// Runs of white space become one space each, those at the ends go.
std::string with_single_spaces(std::string_view text);

}  // namespace weft
