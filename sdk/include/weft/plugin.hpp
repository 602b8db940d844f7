// SPDX-License-Identifier: Apache-2.0
/// The C++20 layer over abi.h: derive from a kind, describe it, and WEFT_PLUGIN does the rest.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "weft/abi.h"
#include "weft/document.hpp"
#include "weft/error.hpp"
#include "weft/host.hpp"

namespace weft {

/// One parameter of a plugin. Text as a user would write it in a pipeline file; the host parses and
/// checks it.
struct Param {
  const char* name = nullptr;
  std::uint32_t type = WEFT_TYPE_STRING;
  const char* def = nullptr;  ///< default; nullptr = none
  const char* doc = "";
  const char* unit = nullptr;
  const char* min = nullptr;
  const char* max = nullptr;
  std::vector<const char*> choices = {};
  bool required = false;
};

/// What a plugin says of itself. Strings are literals.
struct About {
  const char* id = nullptr;
  const char* version = "0.0.0";
  const char* doc = "";
  const char* license = "Apache-2.0";
  std::uint32_t threading = WEFT_PER_WORKER;
  std::uint32_t flags = 0;
  std::uint64_t cache_epoch = 0;
  std::vector<Param> params = {};
  std::vector<const char*> needs = {};
  std::vector<const char*> gives = {};
  std::vector<const char*> media_types = {};
  std::vector<const char*> languages = {};
};

/// The parameters of one stage, by name. Reading a name or type that About does not declare throws.
class Options {
 public:
  Options(const std::vector<Param>& params, const weft_value* values)
      : params_(params), values_(values) {}

  /// True when the parameter was given or has a default.
  [[nodiscard]] bool has(std::string_view param) const {
    return get(param).kind != WEFT_VALUE_NONE;
  }
  [[nodiscard]] bool boolean(std::string_view param) const {
    return typed(param, WEFT_VALUE_BOOL).as.integer != 0;
  }
  [[nodiscard]] std::int64_t integer(std::string_view param) const {
    return typed(param, WEFT_VALUE_INTEGER).as.integer;
  }
  [[nodiscard]] double real(std::string_view param) const {
    return typed(param, WEFT_VALUE_REAL).as.real;
  }
  /// Empty when the parameter is absent.
  [[nodiscard]] std::string string(std::string_view param) const {
    if (!has(param)) return {};
    return std::string(to_view(typed(param, WEFT_VALUE_STRING).as.string));
  }
  /// Items of a list, or key, value, key, value of a map; empty when absent.
  [[nodiscard]] std::vector<std::string> list(std::string_view param) const {
    std::vector<std::string> out;
    if (!has(param)) return out;
    const weft_value& value = typed(param, WEFT_VALUE_LIST);
    for (std::uint32_t i = 0; i < value.count; ++i)
      out.emplace_back(to_view(value.as.list[i].as.string));
    return out;
  }

 private:
  [[nodiscard]] const weft_value& get(std::string_view param) const {
    for (std::size_t i = 0; i < params_.size(); ++i) {
      if (params_[i].name == param) return values_[i];
    }
    throw Error(WEFT_E_INTERNAL,
                "the plugin reads a parameter it does not declare: " + std::string(param));
  }
  [[nodiscard]] const weft_value& typed(std::string_view param, std::uint32_t kind) const {
    const weft_value& value = get(param);
    if (value.kind == kind) return value;
    throw Error(WEFT_E_INTERNAL,
                "the plugin reads parameter '" + std::string(param) + "' as another type");
  }

  const std::vector<Param>& params_;
  const weft_value* values_;
};

/// Where an exporter's bytes go. `part` is for exporters of several files.
class Sink {
 public:
  explicit Sink(weft_ctx* ctx) : ctx_(ctx) {}
  void write(std::string_view bytes, std::string_view part = {}) {
    const weft_status status = detail::tables.sink->write(ctx_, to_abi(part), to_abi(bytes));
    if (status != WEFT_OK) throw Error(status, "");
  }
  /// A path to make a real file at; serial exporters only.
  [[nodiscard]] std::string file(std::string_view part = {}) {
    weft_str path{};
    const weft_status status = detail::tables.sink->file(ctx_, to_abi(part), &path);
    if (status != WEFT_OK) throw Error(status, "");
    return std::string(to_view(path));
  }
  [[nodiscard]] Context context() const { return Context(ctx_); }

 private:
  weft_ctx* ctx_;
};

/// What settle decides.
class Groups {
 public:
  explicit Groups(weft_ctx* ctx) : ctx_(ctx) {}
  /// Members are positions in corpus order. keep: they also go on by themselves.
  void add(const std::vector<std::size_t>& members, std::string_view id, bool keep = false) {
    const weft_status status = detail::tables.corpus->group(
        ctx_, members.data(), members.size(), to_abi(id), keep ? WEFT_GROUP_KEEP : 0U);
    if (status != WEFT_OK) throw Error(status, "");
  }
  [[nodiscard]] Context context() const { return Context(ctx_); }

 private:
  weft_ctx* ctx_;
};

/// What every stage has. A plugin derives from one of the kinds below and has a constructor taking
/// const Options&. Any exception leaves the document as it was; throw weft::Error to choose the
/// status.
class Stage {
 public:
  Stage() = default;
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  virtual ~Stage() = default;
  virtual void begin(Context) {}
  virtual void end(Context) {}
};

class Transform : public Stage {
 public:
  static constexpr std::uint32_t kKind = WEFT_TRANSFORM;
  virtual void process(Document& document) = 0;
};
class Aligner : public Transform {
 public:
  static constexpr std::uint32_t kKind = WEFT_ALIGNER;
};
class Summarizer : public Transform {
 public:
  static constexpr std::uint32_t kKind = WEFT_SUMMARIZER;
};

/// A parser of sources that each make one document.
class Parser : public Stage {
 public:
  static constexpr std::uint32_t kKind = WEFT_PARSER;
  /// 0 (not mine) .. 100 (certain), from up to 64 KiB of content; the uri's ending is only a hint.
  [[nodiscard]] virtual int sniff(std::string_view uri, std::string_view media_type,
                                  std::string_view head) = 0;
  virtual void parse(const Source& source, Document& document) = 0;
};

/// A parser of sources that hold many documents; About::flags has WEFT_MANY.
class ManyParser : public Stage {
 public:
  static constexpr std::uint32_t kKind = WEFT_PARSER;
  [[nodiscard]] virtual int sniff(std::string_view uri, std::string_view media_type,
                                  std::string_view head) = 0;
  virtual void open(const Source& source, Context context) = 0;
  /// Fills the next document, or hands its content on (Document::delegate), or returns false when
  /// there is none. With WEFT_RESUMES beside WEFT_MANY it is called again after it has thrown.
  virtual bool next(Document& document) = 0;
  virtual void close() {}
};

class Exporter : public Stage {
 public:
  static constexpr std::uint32_t kKind = WEFT_EXPORTER;
  virtual void head(Sink&) {}
  virtual void write(Document& document, Sink& sink) = 0;
  virtual void tail(Sink&) {}
};

/// A transform of corpus scope; About::flags has WEFT_CORPUS_SCOPE.
class CorpusStage : public Stage {
 public:
  static constexpr std::uint32_t kKind = WEFT_TRANSFORM;
  /// The bytes settle will see for this document. A pure function of the document.
  [[nodiscard]] virtual std::string observe(const Document& document) = 0;
  virtual void settle(const std::vector<std::string_view>& ids,
                      const std::vector<std::string_view>& notes, Groups& groups) = 0;
  virtual void regroup(const std::vector<const Document*>& members, Document& made) = 0;
  virtual void process(Document& document) = 0;
};

}  // namespace weft

#include "weft/trampoline.hpp"

/// Exports one plugin: WEFT_PLUGIN(Loud, .id = "transform_loud", .version = "1.0.0", ...).
#define WEFT_PLUGIN(Class, ...) WEFT_LIBRARY(::weft::entry<Class>(::weft::About{__VA_ARGS__}))

/// Exports several: WEFT_LIBRARY(weft::entry<A>({...}), weft::entry<B>({...})).
#define WEFT_LIBRARY(...)                                         \
  WEFT_EXPORT const weft_plugin* WEFT_CALL weft_entry(uint32_t) { \
    return ::weft::detail::library({__VA_ARGS__});                \
  }
