// SPDX-License-Identifier: Apache-2.0
/// From C calls to C++ stages: the one guard, the tables of each kind, and the library's entry.
/// Part of plugin.hpp.
#pragma once

#include "weft/plugin.hpp"

namespace weft {
namespace detail {

inline weft_status say(weft_ctx* ctx, weft_status status, const char* words,
                       const Error* error = nullptr) {
  if (words == nullptr || *words == '\0') return status;  // the host knows already
  if (tables.ctx == nullptr || ctx == nullptr) return status;
  return tables.ctx->fail(ctx, status, to_abi(words), error != nullptr ? error->source() : 0U,
                          error != nullptr ? error->begin() : 0U,
                          error != nullptr ? error->end() : 0U);
}

/// The boundary: no exception leaves a plugin. Its status class is the host's to act on.
template <class Body>
weft_status guard(weft_ctx* ctx, Body&& body) noexcept {
  try {
    return std::forward<Body>(body)();
  } catch (const Error& error) {
    return say(ctx, error.status(), error.what(), &error);
  } catch (const std::bad_alloc&) {
    return say(ctx, WEFT_E_LIMIT, "out of memory");
  } catch (const std::exception& error) {
    return say(ctx, WEFT_E_INTERNAL, error.what());
  } catch (...) {
    return say(ctx, WEFT_E_INTERNAL, "an exception that is no std::exception");
  }
}

/// weft_stage with the C++ stage and, for parsers, the source that is open.
template <class Class>
struct Instance {
  weft_stage raw{};
  std::unique_ptr<Class> stage;
  Source source{};
  bool parsed = false;
};

template <class Class>
Instance<Class>& instance(weft_stage* raw) {
  return *static_cast<Instance<Class>*>(raw->self);
}

template <class Class>
weft_status process(weft_stage* raw, weft_ctx* ctx, weft_doc* doc) {
  return guard(ctx, [&] {
    Document document(ctx, doc);
    if constexpr (Class::kKind == WEFT_EXPORTER) {
      Sink sink(ctx);
      instance<Class>(raw).stage->write(document, sink);
    } else {
      instance<Class>(raw).stage->process(document);
    }
    if (document.outcome() == WEFT_OK) document.flush();
    return document.outcome();
  });
}

template <class Class>
const weft_parser_v1* parser_table() {
  static const weft_parser_v1 table{
      [](weft_stage* raw, weft_str uri, weft_str media_type, weft_str head) -> std::int32_t {
        int score = 0;
        guard(nullptr, [&] {
          score =
              instance<Class>(raw).stage->sniff(to_view(uri), to_view(media_type), to_view(head));
          return WEFT_OK;
        });
        return score;
      },
      [](weft_stage* raw, weft_ctx* ctx, const weft_source* source) {
        return guard(ctx, [&] {
          auto& self = instance<Class>(raw);
          self.source = {to_view(source->uri), to_view(source->media_type), to_view(source->bytes)};
          self.parsed = false;
          if constexpr (std::is_base_of_v<ManyParser, Class>)
            self.stage->open(self.source, Context(ctx));
          return WEFT_OK;
        });
      },
      [](weft_stage* raw, weft_ctx* ctx, weft_doc* doc) {
        return guard(ctx, [&] {
          auto& self = instance<Class>(raw);
          if (std::exchange(self.parsed, !std::is_base_of_v<ManyParser, Class>)) return WEFT_END;
          Document document(ctx, doc);
          if constexpr (std::is_base_of_v<ManyParser, Class>) {
            if (!self.stage->next(document)) return WEFT_END;
          } else {
            self.stage->parse(self.source, document);
          }
          if (document.outcome() == WEFT_OK) document.flush();
          return document.outcome();
        });
      },
      [](weft_stage* raw, weft_ctx* ctx) {
        guard(ctx, [&] {
          if constexpr (std::is_base_of_v<ManyParser, Class>) instance<Class>(raw).stage->close();
          instance<Class>(raw).source = {};
          return WEFT_OK;
        });
      }};
  return &table;
}

template <class Class>
const weft_exporter_v1* exporter_table() {
  static const weft_exporter_v1 table{[](weft_stage* raw, weft_ctx* ctx) {
                                        return guard(ctx, [&] {
                                          Sink sink(ctx);
                                          instance<Class>(raw).stage->head(sink);
                                          return WEFT_OK;
                                        });
                                      },
                                      [](weft_stage* raw, weft_ctx* ctx) {
                                        return guard(ctx, [&] {
                                          Sink sink(ctx);
                                          instance<Class>(raw).stage->tail(sink);
                                          return WEFT_OK;
                                        });
                                      }};
  return &table;
}

template <class Class>
const weft_corpus_stage_v1* corpus_table() {
  static const weft_corpus_stage_v1 table{
      [](weft_stage* raw, weft_ctx* ctx, const weft_doc* doc) {
        return guard(ctx, [&] {
          const std::string note = instance<Class>(raw).stage->observe(Document(ctx, doc));
          return note.empty() ? WEFT_OK : tables.corpus->note(ctx, to_abi(note));
        });
      },
      [](weft_stage* raw, weft_ctx* ctx, const weft_str* ids, const weft_str* notes,
         std::size_t n) {
        return guard(ctx, [&] {
          std::vector<std::string_view> id_views(n);
          std::vector<std::string_view> note_views(n);
          for (std::size_t i = 0; i < n; ++i) {
            id_views[i] = to_view(ids[i]);
            note_views[i] = to_view(notes[i]);
          }
          Groups groups(ctx);
          instance<Class>(raw).stage->settle(id_views, note_views, groups);
          return WEFT_OK;
        });
      },
      [](weft_stage* raw, weft_ctx* ctx, const weft_doc* const* members, std::size_t n,
         weft_doc* made) {
        return guard(ctx, [&] {
          std::vector<Document> documents;
          documents.reserve(n);
          for (std::size_t i = 0; i < n; ++i)
            documents.emplace_back(ctx, members[i]);
          std::vector<const Document*> pointers;
          pointers.reserve(n);
          for (const Document& document : documents)
            pointers.push_back(&document);
          Document document(ctx, made);
          instance<Class>(raw).stage->regroup(pointers, document);
          if (document.outcome() == WEFT_OK) document.flush();
          return document.outcome();
        });
      }};
  return &table;
}

template <class Class>
const void* extension(weft_stage*, const char* id) {
  const std::string_view wanted = id;
  if constexpr (Class::kKind == WEFT_PARSER) {
    if (wanted == WEFT_PARSER_V1) return parser_table<Class>();
  }
  if constexpr (Class::kKind == WEFT_EXPORTER) {
    if (wanted == WEFT_EXPORTER_V1) return exporter_table<Class>();
  }
  if constexpr (std::is_base_of_v<CorpusStage, Class>) {
    if (wanted == WEFT_CORPUS_STAGE_V1) return corpus_table<Class>();
  }
  return nullptr;
}

template <class Class>
weft_stage* make_stage(const Options& config) {
  auto made = std::make_unique<Instance<Class>>();
  made->stage = std::make_unique<Class>(config);
  weft_stage& raw = made->raw;
  raw.size = sizeof raw;
  raw.begin = [](weft_stage* self, weft_ctx* ctx) {
    return guard(ctx, [&] {
      instance<Class>(self).stage->begin(Context(ctx));
      return WEFT_OK;
    });
  };
  raw.end = [](weft_stage* self, weft_ctx* ctx) {
    return guard(ctx, [&] {
      instance<Class>(self).stage->end(Context(ctx));
      return WEFT_OK;
    });
  };
  if constexpr (Class::kKind != WEFT_PARSER) raw.process = process<Class>;
  raw.extension = extension<Class>;
  raw.destroy = [](weft_stage* self) { delete static_cast<Instance<Class>*>(self->self); };
  raw.self = made.get();
  return &made.release()->raw;
}

}  // namespace detail

/// One plugin of a library: its description and how to make it.
struct Entry {
  About about;
  std::uint32_t kind = 0;
  weft_stage* (*make)(const Options&) = nullptr;
};

template <class Class>
Entry entry(About about) {
  return {std::move(about), Class::kKind, detail::make_stage<Class>};
}

namespace detail {

/// The C form of an Entry; the pointers stay good because nothing moves after construction.
struct Described {
  Entry entry;
  std::vector<std::vector<const char*>> lists;
  std::vector<weft_param> params;
  std::vector<const weft_param*> param_list;
  weft_info info{};

  const char* const* ended(std::vector<const char*> list) {
    if (list.empty()) return nullptr;
    list.push_back(nullptr);
    lists.push_back(std::move(list));
    return lists.back().data();
  }
  explicit Described(Entry made) : entry(std::move(made)) {
    const About& about = entry.about;
    for (const Param& param : about.params) {
      params.push_back({sizeof(weft_param), param.type, param.required ? WEFT_REQUIRED : 0U, 0,
                        param.name, param.doc, param.unit, param.def, param.min, param.max,
                        ended(param.choices)});
    }
    for (const weft_param& param : params)
      param_list.push_back(&param);
    param_list.push_back(nullptr);
    info = {sizeof info,
            entry.kind,
            about.threading,
            about.flags,
            about.cache_epoch,
            about.id,
            about.version,
            about.doc,
            about.license,
            param_list.data(),
            ended(about.needs),
            ended(about.gives),
            ended(about.media_types),
            ended(about.languages)};
  }
};

struct Library {
  std::vector<std::unique_ptr<Described>> plugins;
  std::vector<const weft_info*> infos;
  weft_plugin raw{};
};
inline Library the_library;

inline weft_status create(const weft_host* host, weft_ctx* ctx, const char* id,
                          const weft_value* values, std::size_t n_values, weft_stage** stage) {
  return guard(ctx, [&] {
    connect(host);
    for (const auto& plugin : the_library.plugins) {
      if (plugin->entry.about.id != std::string_view(id)) continue;
      if (n_values != plugin->params.size())
        return say(ctx, WEFT_E_CONFIG, "wrong number of parameters");
      *stage = plugin->entry.make(Options(plugin->entry.about.params, values));
      return WEFT_OK;
    }
    return say(ctx, WEFT_E_CONFIG, "this library holds no such plugin");
  });
}

inline const weft_plugin* library(std::vector<Entry> entries) {
  if (the_library.plugins.empty()) {
    for (Entry& made : entries)
      the_library.plugins.push_back(std::make_unique<Described>(std::move(made)));
    for (const auto& plugin : the_library.plugins)
      the_library.infos.push_back(&plugin->info);
    the_library.raw = {
        sizeof(weft_plugin),      WEFT_ABI_MAJOR,
        WEFT_ABI_MINOR,           static_cast<std::uint32_t>(the_library.infos.size()),
        the_library.infos.data(), create};
  }
  return &the_library.raw;
}

}  // namespace detail
}  // namespace weft
