// SPDX-License-Identifier: Apache-2.0
/// The outputs of a run: which exporter's bytes go to which file, in corpus order, all of a
/// document or none.
#pragma once

#include <map>
#include <memory>
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
  /// document that an exporter fails on, or whose own output has no place beside others, is
  /// quarantined and appears in no output: exporters that ran before take it back.
  void write(Work& work);
  /// Writes the ends and puts every output in its place.
  void finish();

  [[nodiscard]] const std::vector<OutputReport>& reports() const { return reports_; }

 private:
  /// The files of one filled-in `to`, by part.
  struct Output {
    std::map<std::string, std::unique_ptr<OutputFile>, std::less<>> files;
  };
  struct Exporter {
    std::size_t stage = 0;
    StagePool* pool = nullptr;
    std::map<std::string, Output> outputs;        ///< by `to` with all but {part} filled in
    std::map<std::string, std::string> finished;  ///< such a path -> the document it was of
  };
  using Written = std::map<std::string, std::string, std::less<>>;
  /// Whose a path is.
  struct Owner {
    const Exporter* exporter = nullptr;
    std::string document;  ///< empty where the output is of several
  };

  Output& open(Exporter& exporter, const std::string& key);
  OutputFile& file(Exporter& exporter, const std::string& key, Output& output,
                   std::string_view part);
  void append(Exporter& exporter, const std::string& key, Output& output, const Written& written);
  void edge(Exporter& exporter, const std::string& key, Output& output, bool head);
  void commit(Exporter& exporter, const Output& output);
  void drop(Exporter& exporter, const std::string& key);
  void process_serial(Exporter& exporter, Work& work);
  void prepare_own(Exporter& exporter, Work& work);
  bool prepare(Work& work);
  void take_back(Work& work);
  bool clashes(Work& work);
  [[nodiscard]] std::string why_taken(const Exporter& exporter, const std::string& path) const;

  Stages& stages_;
  const Plan& plan_;
  MadeFolders folders_;  // goes after the files in them
  std::vector<Exporter> exporters_;
  std::vector<OutputReport> reports_;
  std::map<std::string, Owner> owners_;  // of paths opened so far
  std::string document_;                 // written last
};

}  // namespace weft
