// SPDX-License-Identifier: Apache-2.0
/// Content that lies in a container: another parser of the pipeline reads it.
#include <limits>
#include <string>
#include <vector>

#include "core/document/name_table.hpp"
#include "core/report/log.hpp"
#include "core/run/choose_parser.hpp"
#include "core/run/work.hpp"
#include "weft/vocabulary.h"

namespace weft {
namespace {

/// A gzipped page in a WARC is two deep; nothing honest is more than this.
constexpr int kDeepest = 4;

/// Rewrites what the parser's own event says became of the document.
void end_at_container(Work& work, weft_status status, std::string message) {
  work.events.back().outcome = {status, std::move(message), 0, 0, 0};
  work.stopped = true;
}

/// Says on source 1 in which file it lies; the outermost one stays.
void name_container(StoredDocument& document, weft_str container) {
  const weft_id key = intern(WEFT_KEY_CONTAINER);
  for (const weft_attr& attr : document.attrs) {
    if (attr.owner_kind == WEFT_ON_SOURCE && attr.key == key) return;
  }
  weft_attr attr{};
  attr.owner_kind = WEFT_ON_SOURCE;
  attr.owner = 1;
  attr.key = key;
  attr.confidence = std::numeric_limits<double>::quiet_NaN();
  attr.value.kind = WEFT_VALUE_STRING;
  attr.value.as.string = container;
  document.attrs.push_back(attr);
}

/// Puts the content in the place of the container's bytes.
void enter(Work& work, const NestedContent& content) {
  StoredDocument& document = *work.document;
  name_container(document, document.sources.front().uri);
  const std::string uri = content.uri.empty() ? work.id : content.uri;
  work.bytes = content.bytes->size();
  work.file.reset();
  document.nest_source(uri, content.media_type, content_hash(*content.bytes), *content.bytes,
                       content.bytes);
}

}  // namespace

void take_nested(Work& work, Call& call) {
  work.nested = std::move(call.nested);
  call.nested.reset();
  if (!work.nested || work.stopped || work.document->views.empty()) return;
  end_at_container(work, WEFT_E_INTERNAL,
                   "the plugin gave views to a document whose content it handed on");
}

void parse_nested(Stages& stages, Work& work) {
  for (int depth = 1; work.nested && !work.stopped; ++depth) {
    const NestedContent content = *std::move(work.nested);
    work.nested.reset();
    if (depth > kDeepest) {
      end_at_container(work, WEFT_E_LIMIT,
                       "content in content, more than " + std::to_string(kDeepest) + " deep");
      return;
    }
    enter(work, content);
    const weft_source& source = work.document->sources.front();
    const ParserChoice choice = choose_parser(stages, source);
    if (choice.parser == stages.n_parsers) {
      end_at_container(work, WEFT_DROPPED, nobody_reads(source));
      return;
    }
    const PlannedStage& plan = stages.pools[choice.parser]->plan();
    if ((plan.plugin->flags & WEFT_MANY) != 0) {
      end_at_container(work, WEFT_DROPPED,
                       plan.id +
                           " would make several documents of it; weft does not read a "
                           "container in a container");
      return;
    }
    work.parser = choice.parser;
    work.scores = choice.scores;
    log_message(WEFT_LOG_DEBUG, work.id + ": read by " + plan.id + " (" + choice.scores + ")");
    // The parser sees a document as it would that of a file; what the container said stands first
    // and cannot be replaced by it.
    std::vector<weft_attr> said = std::move(work.document->attrs);
    work.document->attrs.clear();
    parse(stages, work);
    std::vector<weft_attr>& attrs = work.document->attrs;
    attrs.insert(attrs.begin(), said.begin(), said.end());
  }
}

}  // namespace weft
