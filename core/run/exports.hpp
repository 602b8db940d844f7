// SPDX-License-Identifier: Apache-2.0
/// The outputs of a run: which exporter's bytes go to which file, in corpus order, all of a
/// document or none.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/plan/plan.hpp"
#include "core/report/report.hpp"
#include "core/run/output_file.hpp"
#include "core/run/work.hpp"

namespace weft {

/// Used by one thread at a time. What is not committed by finish() is gone with this object.
class Exports {
 public:
  Exports(Stages& stages, const Plan& plan);

  /// Opens the outputs that do not depend on documents, so that an empty corpus has them too.
  void begin();
  /// Runs the serial exporters on the document, then appends what all exporters wrote of it. A
  /// document that an exporter fails on is quarantined and appears in no output.
  void write(Work& work);
  /// Writes the ends and puts every output in its place.
  void finish();

  [[nodiscard]] const std::vector<OutputReport>& reports() const { return reports_; }

 private:
  /// The files of one filled-in `to`, by part.
  struct Output {
    std::map<std::string, std::unique_ptr<OutputFile>, std::less<>> files;
    std::string document;  ///< whose it is, where every document has its own
  };
  struct Exporter {
    std::size_t stage = 0;
    StagePool* pool = nullptr;
    std::map<std::string, Output> outputs;        ///< by `to` with all but {part} filled in
    std::map<std::string, std::string> finished;  ///< such a path -> the document it was of
  };
  using Written = std::map<std::string, std::string, std::less<>>;

  Output& open(Exporter& exporter, const std::string& key);
  OutputFile& file(Exporter& exporter, const std::string& key, Output& output,
                   std::string_view part);
  void append(Exporter& exporter, const std::string& key, Output& output, const Written& written);
  void edge(Exporter& exporter, const std::string& key, Output& output, bool head);
  void close(Exporter& exporter, const std::string& key);
  void process_serial(Exporter& exporter, Work& work);
  bool clashes(Work& work);

  Stages& stages_;
  const Plan& plan_;
  MadeFolders folders_;  // goes after the files in them
  std::vector<Exporter> exporters_;
  std::vector<OutputReport> reports_;
  std::map<std::string, const Exporter*> owners_;  // of paths opened so far
};

}  // namespace weft
