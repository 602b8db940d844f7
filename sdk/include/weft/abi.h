/* SPDX-License-Identifier: Apache-2.0 */
/* The contract between the weft host and a plugin library: plain C11, no dependency, no allocation across.
 *
 * Rules that hold for every declaration below
 * - Text is UTF-8; an offset is a byte offset on a code-point border; a range is [begin, end).
 * - Whatever a function receives is borrowed until that function returns, unless it says otherwise. Each
 *   side frees what it made, through a function of that side. Nothing throws or longjmps across.
 * - A struct that starts with `size` may grow at its end: its maker writes sizeof(struct), its reader looks
 *   at no member past `size`. A struct without `size` is frozen; a changed one gets a new name.
 * - A function table is fetched by its versioned id ("weft.doc/1") and never changes; a change is "/2".
 * - 0 means "unset" or "none", except in weft_status where it is success.
 * - [tags] say on which thread a function may be called: [scan] in a throw-away process or on the main
 *   thread before any stage exists; [stage] only inside a call of the same stage, with that call's ctx;
 *   [any] from any thread at any time between create and destroy.
 * Limits: a view holds less than 4 GiB; hosts are 64-bit. sdk/README.md shows a plugin in ten minutes,
 * weft/vocabulary.h the published names, weft/plugin.hpp the C++20 layer over this file. */
#ifndef WEFT_ABI_H
#define WEFT_ABI_H

#include <stddef.h>
#include <stdint.h>

#define WEFT_ABI_MAJOR 1u /* another major is refused by the host, with both numbers in the message */
#define WEFT_ABI_MINOR 2u /* grows when a struct or a table is added */

#if defined(_WIN32)
#define WEFT_CALL __cdecl
#define WEFT_EXPORT_SYMBOL __declspec(dllexport)
#else
#define WEFT_CALL
#define WEFT_EXPORT_SYMBOL __attribute__((visibility("default")))
#endif
#ifdef __cplusplus
#define WEFT_EXPORT extern "C" WEFT_EXPORT_SYMBOL
extern "C" {
#else
#define WEFT_EXPORT WEFT_EXPORT_SYMBOL
#endif

/* ---- status -------------------------------------------------------------------------------------- */
/* The class of an outcome decides what the host does. An unknown value counts as WEFT_E_INTERNAL. */
typedef int32_t weft_status;
#define WEFT_OK 0            /* done: pending edits are validated and committed */
#define WEFT_PASSED 1        /* nothing here for this stage: document goes on unchanged, counted */
#define WEFT_DROPPED 2       /* the stage filters this document out: counted with its reason */
#define WEFT_END 3           /* a parser has no more documents in this source */
#define WEFT_E_INPUT 16      /* the document is bad: quarantine it */
#define WEFT_E_LIMIT 17      /* the document is too large, deep or slow: quarantine it */
#define WEFT_E_TRANSIENT 18  /* may work later: retry, then quarantine */
#define WEFT_E_CONFIG 19     /* the configuration is wrong: stop the run */
#define WEFT_E_CANCELLED 20  /* the host asked to stop and the plugin obeyed */
#define WEFT_E_UNSUPPORTED 21 /* a valid input of a kind this plugin does not read: quarantine */
#define WEFT_E_INTERNAL 22   /* a fault of the plugin: quarantine; ten in a row stop the run */

/* ---- values -------------------------------------------------------------------------------------- */
typedef struct weft_str { /* frozen; not NUL-terminated; data may be NULL when size is 0 */
  const char *data;
  size_t size;
} weft_str;

typedef uint32_t weft_id; /* an interned name, or a source, view, span or link of one document */

/* In an edit, WEFT_NEW + n names the n-th (from 0) new item of its kind added by the same process call, so
 * that a batch can name its own parents and ends before the host has given out ids. */
#define WEFT_NEW 0x80000000u

#define WEFT_VALUE_NONE 0u   /* an absent value; as an attribute in an edit: remove */
#define WEFT_VALUE_BOOL 1u   /* integer: 0 or 1 */
#define WEFT_VALUE_INTEGER 2u
#define WEFT_VALUE_REAL 3u
#define WEFT_VALUE_STRING 4u
#define WEFT_VALUE_LIST 5u   /* parameters only; a map is a list of alternating keys and values */

typedef struct weft_value { /* frozen: a new kind must fit these sixteen bytes */
  uint32_t kind;
  uint32_t count; /* items of a list */
  union {
    int64_t integer;
    double real;
    weft_str string;
    const struct weft_value *list;
  } as;
} weft_value;

/* ---- document model: flat arrays to read, batches to write ------------------------------------------- */
/* Where an attribute hangs. */
#define WEFT_ON_DOCUMENT 0u
#define WEFT_ON_SOURCE 1u
#define WEFT_ON_VIEW 2u
#define WEFT_ON_SPAN 3u
#define WEFT_ON_LINK 4u

typedef struct weft_source { /* the bytes a document was made from */
  uint32_t size;
  weft_id id;           /* 1, 2, ... in one document */
  weft_str uri;         /* path below the corpus root, '/' between parts, or an absolute URI */
  weft_str media_type;  /* "text/html" where it was declared or sniffed, else empty */
  weft_str encoding;    /* WHATWG name the text was decoded from ("UTF-8", "gb18030"); empty until known */
  weft_str hash;        /* XXH3-128 of the bytes, 32 lower-case hex digits; made by the host */
  weft_str bytes;       /* the raw bytes; empty where the host no longer holds them */
} weft_source;

/* A run-length offset map: `count` units of `here_unit` bytes at `here` in the view come from as many units
 * of `there_unit` bytes at `there`. Copied text is one run of units 1:1; GBK Han is 3:2; "&amp;" is one unit
 * 1:5. Runs are sorted by `here` and do not overlap; bytes under no run (joining newlines) have no origin. */
typedef struct weft_run { /* frozen */
  uint64_t there;
  uint32_t here;
  uint32_t count;
  uint32_t here_unit;
  uint32_t there_unit;
} weft_run;

typedef struct weft_view { /* a named text of the document: "text", "en", "zh" */
  uint32_t size;
  weft_id id;          /* in an edit: 0 makes a view; an existing id changes lang and media_type only */
  weft_str name;       /* unique in the document */
  weft_str lang;       /* BCP 47; "mul" several; empty unknown */
  weft_str media_type; /* of `text`; empty means text/plain */
  weft_str text;       /* valid UTF-8 without NUL */
  weft_id source;      /* the source the runs point into, when `parent` is 0 */
  weft_id parent;      /* or the view they point into */
  const weft_run *runs;
  size_t n_runs;
} weft_view;

typedef struct weft_span { /* frozen: a typed stand-off range of a view */
  weft_id id;     /* in an edit: 0 makes a span; an existing id replaces type, parent and range */
  weft_id type;   /* interned: "paragraph", "sentence", "acme:clause" */
  weft_id view;
  weft_id parent; /* 0, or a span of the same view whose range contains this one's */
  uint32_t begin, end;
} weft_span;

typedef struct weft_end { /* frozen: one end of a link */
  weft_id span;
  weft_id role; /* interned: "source", "target", "evidence" */
} weft_end;

typedef struct weft_link { /* frozen: an n:m relation of spans, e.g. an alignment bead */
  weft_id id;         /* in an edit: 0 makes a link */
  weft_id type;       /* interned: "bead", "summary" */
  uint32_t first_end; /* index into the array of ends */
  uint32_t n_ends;
  double score;       /* NaN when there is none */
} weft_link;

#define WEFT_ATTR_SET 0u /* replaces every committed value of this owner and key; later ones of the call add */
#define WEFT_ATTR_ADD 1u /* stands beside the committed values */

typedef struct weft_attr { /* frozen: a key and value on anything; on the document it is metadata */
  uint32_t owner_kind; /* WEFT_ON_... */
  weft_id owner;       /* 0 for the document */
  weft_id key;         /* interned: "author", "lang" */
  weft_id origin;      /* interned, 0 = unknown: where the value was found: "json-ld", "byline" */
  weft_id evidence;    /* span the value was read from, or 0 */
  uint32_t op;         /* WEFT_ATTR_...; 0 when read */
  double confidence;   /* 0..1; NaN when there is none */
  weft_value value;    /* no lists: a key may have several values */
} weft_attr;

typedef struct weft_ref { /* frozen */
  uint32_t kind; /* WEFT_ON_SPAN or WEFT_ON_LINK */
  weft_id id;
} weft_ref;

typedef struct weft_ctx weft_ctx; /* opaque: one call of one stage */
typedef struct weft_doc weft_doc; /* opaque: one document */

/* What a document holds, valid until the call that asked returns; edits of the same call do not show. Spans,
 * links and ends have ascending ids. Sources and views grow between hosts: step by the strides. */
typedef struct weft_snapshot {
  uint32_t size; /* set by the caller */
  uint32_t source_stride, view_stride, reserved;
  weft_str id;   /* stable: relative path, "#n" for the n-th record of a source with several */
  const weft_source *sources;
  const weft_view *views;
  const weft_span *spans;
  const weft_link *links;
  const weft_end *ends;
  const weft_attr *attrs;
  size_t n_sources, n_views, n_spans, n_links, n_ends, n_attrs;
} weft_snapshot;

/* A batch of writes. New items take their ids in the order given. Removing a span gives its children to its
 * parent and removes the links it ends and its attributes; removing a link removes its attributes. */
typedef struct weft_edit {
  uint32_t size;
  uint32_t reserved;
  const weft_source *const *sources; /* updates media_type and encoding of an existing source id */
  const weft_view *const *views;
  const weft_span *spans;
  const weft_link *links; /* first_end indexes `ends` below */
  const weft_end *ends;
  const weft_attr *attrs;
  const weft_ref *removed;
  size_t n_sources, n_views, n_spans, n_links, n_ends, n_attrs, n_removed;
} weft_edit;

/* ---- what the host offers ----------------------------------------------------------------------------- */
typedef struct weft_host {
  uint32_t size, abi_major, abi_minor, reserved;
  weft_str name, version;
  /* The function table of that id, or NULL when this host does not offer it. Static. [any] */
  const void *(WEFT_CALL *extension)(const struct weft_host *, const char *id);
  /* The id of a name, the same for the whole process. Takes a lock: call it in create and keep the id. Ids
   * depend on call order: never sort by them, never store them. 0 on a full table or a bad name. [any] */
  weft_id(WEFT_CALL *intern)(const struct weft_host *, weft_str name);
  weft_str(WEFT_CALL *name_of)(const struct weft_host *, weft_id); /* static; empty for an unknown id [any] */
} weft_host;

#define WEFT_LOG_DEBUG 1u
#define WEFT_LOG_INFO 2u
#define WEFT_LOG_WARNING 3u
#define WEFT_LOG_ERROR 4u

#define WEFT_CTX_V1 "weft.ctx/1"
typedef struct weft_ctx_v1 { /* every function: [stage] */
  void(WEFT_CALL *log)(weft_ctx *, uint32_t level, weft_str message);
  /* Says why the call is about to return `status`, and where in which source (0: not known). Returns status,
   * so that `return ctx->fail(...)` reads well. The last message of a call wins; the host copies it. */
  weft_status(WEFT_CALL *fail)(weft_ctx *, weft_status status, weft_str message, weft_id source,
                               uint64_t begin, uint64_t end);
  /* Non-zero when the run is being stopped: return WEFT_E_CANCELLED. Poll every 50 ms of work or oftener. */
  int32_t(WEFT_CALL *cancelled)(weft_ctx *);
  /* Memory freed by the host after the call; NULL when the stage's cap is reached. align: a power of two. */
  void *(WEFT_CALL *scratch)(weft_ctx *, size_t size, size_t align);
  /* Adds to a counter shown in the run report; `metric` is interned. Sums are taken in corpus order. */
  void(WEFT_CALL *count)(weft_ctx *, weft_id metric, double add);
} weft_ctx_v1;

#define WEFT_DOC_V1 "weft.doc/1"
typedef struct weft_doc_v1 { /* every function: [stage] */
  weft_status(WEFT_CALL *snapshot)(weft_ctx *, const weft_doc *, weft_snapshot *);
  /* Checks and copies a batch. What is wrong (a range past the text, a border inside a code point, an unknown
   * id) is WEFT_E_INTERNAL with the item named, and the call's edits are void. Effective when the call of the
   * stage returns WEFT_OK. */
  weft_status(WEFT_CALL *edit)(weft_ctx *, weft_doc *, const weft_edit *);
  /* Copies sources, spans, links, attributes and views of another document into this one; view V becomes
   * `prefix` + V. Effective at once, so that a snapshot shows it. For regroup. */
  weft_status(WEFT_CALL *adopt)(weft_ctx *, weft_doc *, const weft_doc *other, weft_str prefix);
} weft_doc_v1;

#define WEFT_SINK_V1 "weft.sink/1"
typedef struct weft_sink_v1 { /* exporters only; [stage] */
  /* Appends bytes to the exporter's output. `part` is empty, or the name of one of several files (it fills
   * {part} in `to`). Bytes of documents appear in corpus order, all of a document or none. */
  weft_status(WEFT_CALL *write)(weft_ctx *, weft_str part, weft_str bytes);
  /* A path the plugin may create a real file at, for formats that need one; the host commits or drops it with
   * the output. Only in exporters of threading WEFT_SERIAL; the same path for every call of one output. */
  weft_status(WEFT_CALL *file)(weft_ctx *, weft_str part, weft_str *path);
} weft_sink_v1;

#define WEFT_CORPUS_V1 "weft.corpus/1"
#define WEFT_GROUP_KEEP 1u /* members also go on by themselves; otherwise they are consumed */
typedef struct weft_corpus_v1 { /* corpus-scope stages only; [stage] */
  /* In observe: bytes about this document that settle will see. Appends. */
  weft_status(WEFT_CALL *note)(weft_ctx *, weft_str bytes);
  /* In settle: documents (positions in corpus order) to be made into one by regroup. `id` becomes the new
   * document's id and must be unique; it takes its first member's place in the order. */
  weft_status(WEFT_CALL *group)(weft_ctx *, const size_t *members, size_t n, weft_str id, uint32_t flags);
} weft_corpus_v1;

#define WEFT_NESTED_V1 "weft.nested/1" /* since 1.1 */
typedef struct weft_nested_v1 { /* parsers only, in next; [stage] */
  /* Says that another parser of the pipeline has to read this document: it is what `content` holds (uri,
   * media_type as declared, bytes; all copied). When next has returned WEFT_OK, `content` takes the place of
   * source 1, whose attributes and those of the document stay, and the parser that fits it best goes on, on any
   * thread. The document is dropped where none fits. Once in a call, and the document may have no view. */
  weft_status(WEFT_CALL *content)(weft_ctx *, weft_doc *, const weft_source *content);
} weft_nested_v1;

#define WEFT_PIPELINE_V1 "weft.pipeline/1" /* since 1.2 */
typedef struct weft_pipeline_v1 { /* what is being run, for products to name; good for the run; [stage] */
  weft_str(WEFT_CALL *name)(weft_ctx *); /* may be empty */
  weft_str(WEFT_CALL *hash)(weft_ctx *); /* 32 hex digits: all that decides what becomes of a document */
} weft_pipeline_v1;

/* ---- what a plugin offers ------------------------------------------------------------------------------- */

#define WEFT_PARSER 1u
#define WEFT_TRANSFORM 2u
#define WEFT_ALIGNER 3u
#define WEFT_SUMMARIZER 4u
#define WEFT_EXPORTER 5u

#define WEFT_PER_WORKER 0u /* one instance a worker: an instance is never entered twice at once */
#define WEFT_REENTRANT 1u  /* one instance, entered by several threads at once */
#define WEFT_SERIAL 2u     /* one instance, one document at a time, in corpus order */

#define WEFT_CORPUS_SCOPE 1u /* weft_info.flags: observe, settle, then process or regroup */
#define WEFT_USES_NETWORK 2u
#define WEFT_NONDETERMINISTIC 4u /* its output may differ from run to run: never cached */
#define WEFT_MANY 8u             /* a parser that makes several documents of one source */
#define WEFT_RESUMES 16u         /* with WEFT_MANY, 1.1: a failed next costs one document, not those behind it */

/* Parameter types, with the form in which create receives the value. */
#define WEFT_TYPE_BOOL 1u     /* bool; "true" or "false" */
#define WEFT_TYPE_INTEGER 2u  /* integer */
#define WEFT_TYPE_REAL 3u     /* real */
#define WEFT_TYPE_STRING 4u   /* string */
#define WEFT_TYPE_CHOICE 5u   /* string, one of `choices` */
#define WEFT_TYPE_LIST 6u     /* list of strings; written with commas */
#define WEFT_TYPE_MAP 7u      /* list of key, value, key, value; written "a=b, c=d" */
#define WEFT_TYPE_SIZE 8u     /* integer, bytes; "64K", "2M", "1G" (powers of 1024) */
#define WEFT_TYPE_DURATION 9u /* real, seconds; "250ms", "5s", "2m", "1h" */
#define WEFT_TYPE_LANGUAGE 10u /* string, a well-formed BCP 47 tag or range */
#define WEFT_TYPE_INPUT 11u   /* string, absolute path of an existing file */
#define WEFT_TYPE_OUTPUT 12u  /* string, path below the output directory; `to` of an exporter is the host's own */
#define WEFT_TYPE_SECRET 13u  /* string; the file holds the NAME of an environment variable; never printed */

#define WEFT_REQUIRED 1u /* weft_param.flags: no default */

typedef struct weft_param { /* strings end in NUL and are static; `def`, `min`, `max` as a user writes them */
  uint32_t size, type, flags, reserved;
  const char *name; /* lower case, digits and '-' */
  const char *doc;  /* one sentence */
  const char *unit; /* "sentences", "bytes"; or NULL */
  const char *def, *min, *max; /* or NULL */
  const char *const *choices;  /* NULL-terminated, or NULL */
} weft_param;

/* What a plugin says of itself: static data, read before there is an instance. Arrays may be NULL, end with NULL. */
typedef struct weft_info {
  uint32_t size, kind, threading, flags;
  uint64_t cache_epoch; /* raise it when the same version may give other output */
  const char *id;       /* kind + '_' + name: "export_tmx" */
  const char *version;  /* "1.2.0" */
  const char *doc;      /* one sentence */
  const char *license;  /* SPDX expression */
  const weft_param *const *params;
  const char *const *needs; /* span types, link types or attribute keys some earlier stage must give */
  const char *const *gives;
  const char *const *media_types; /* parsers: what they read; exporters: what they write */
  const char *const *languages;   /* BCP 47 ranges it is made for; NULL: any */
} weft_info;

typedef struct weft_stage { /* made by create; `self` belongs to the plugin */
  uint32_t size, reserved;
  void *self;
  /* Once before the first and after the last document; either may be NULL. A failure stops the run. */
  weft_status(WEFT_CALL *begin)(struct weft_stage *, weft_ctx *);
  weft_status(WEFT_CALL *end)(struct weft_stage *, weft_ctx *);
  /* Works on one document. NULL in parsers. */
  weft_status(WEFT_CALL *process)(struct weft_stage *, weft_ctx *, weft_doc *);
  /* The table of that id ("weft.parser/1"), static, or NULL; the member itself may be NULL. */
  const void *(WEFT_CALL *extension)(struct weft_stage *, const char *id);
  void(WEFT_CALL *destroy)(struct weft_stage *);
} weft_stage;

#define WEFT_PARSER_V1 "weft.parser/1"
typedef struct weft_parser_v1 { /* [stage] */
  /* How well this parser fits a source with this uri and declared media type (may be empty) whose first bytes
   * are `head` (up to 64 KiB): 0 not at all .. 100 certain. Content counts, a name is a hint. */
  int32_t(WEFT_CALL *sniff)(weft_stage *, weft_str uri, weft_str media_type, weft_str head);
  /* Begins a source; it lives until close. Every open that was called is followed by one close. */
  weft_status(WEFT_CALL *open)(weft_stage *, weft_ctx *, const weft_source *);
  /* Fills the next document, which already has the source as its source 1; WEFT_END when there is none. A
   * failure ends the source, but see WEFT_RESUMES. */
  weft_status(WEFT_CALL *next)(weft_stage *, weft_ctx *, weft_doc *);
  void(WEFT_CALL *close)(weft_stage *, weft_ctx *);
} weft_parser_v1;

#define WEFT_EXPORTER_V1 "weft.exporter/1"
typedef struct weft_exporter_v1 { /* optional; written once at the start and end of every output; [stage] */
  weft_status(WEFT_CALL *head)(weft_stage *, weft_ctx *);
  weft_status(WEFT_CALL *tail)(weft_stage *, weft_ctx *);
} weft_exporter_v1;

#define WEFT_CORPUS_STAGE_V1 "weft.corpus-stage/1"
typedef struct weft_corpus_stage_v1 { /* of a stage with WEFT_CORPUS_SCOPE; [stage] */
  /* Looks at a document and leaves notes; a pure function of the document, in any order. */
  weft_status(WEFT_CALL *observe)(weft_stage *, weft_ctx *, const weft_doc *);
  /* Once, after all: ids and notes of all documents in corpus order. Only here may `group` be called. */
  weft_status(WEFT_CALL *settle)(weft_stage *, weft_ctx *, const weft_str *ids, const weft_str *notes, size_t n);
  /* Makes one document of the members of a group, in the order given to `group`. May be NULL if none is. */
  weft_status(WEFT_CALL *regroup)(weft_stage *, weft_ctx *, const weft_doc *const *members, size_t n, weft_doc *);
} weft_corpus_stage_v1;

typedef struct weft_plugin {
  uint32_t size, abi_major, abi_minor, n_infos;
  const weft_info *const *infos; /* one library may hold several plugins */
  /* Makes a stage. `values`: one per parameter of the info, in its order, checked, defaults filled in; an
   * optional parameter without default is WEFT_VALUE_NONE. `host` stays valid until the process ends. The
   * host may call create from one thread at a time. On failure *stage is left alone. */
  weft_status(WEFT_CALL *create)(const weft_host *host, weft_ctx *, const char *id, const weft_value *values,
                                 size_t n_values, weft_stage **stage);
} weft_plugin;

/* The one exported symbol. Static data; called once per process, possibly in a throw-away one. A plugin that
 * cannot serve `host_abi_major` returns its own description all the same and the host words the refusal. [scan] */
typedef const weft_plugin *(WEFT_CALL *weft_entry_fn)(uint32_t host_abi_major);
#define WEFT_ENTRY_SYMBOL "weft_entry"
WEFT_EXPORT const weft_plugin *WEFT_CALL weft_entry(uint32_t host_abi_major);

#ifdef __cplusplus
}
#endif
#endif
