/* SPDX-License-Identifier: Apache-2.0 */
/* The published names of span types, link types, roles, attribute keys and views. A third party prefixes its
 * own: "acme:clause". sdk/VOCABULARY.md says what each one means; this file is their one spelling. */
#ifndef WEFT_VOCABULARY_H
#define WEFT_VOCABULARY_H

/* Views. The base view of a parser holds all visible text; derived views are named by language. */
#define WEFT_VIEW_TEXT "text"
#define WEFT_VIEW_CLEAN "clean" /* the same, repaired */

/* Span types: metadata blocks. */
#define WEFT_SPAN_TITLE "title"
#define WEFT_SPAN_DECK "deck" /* standfirst under a title */
#define WEFT_SPAN_BYLINE "byline"
#define WEFT_SPAN_DATE "date"
#define WEFT_SPAN_SOURCE "source" /* line naming the publication a text was taken from */
#define WEFT_SPAN_TRANSLATOR "translator"
/* Span types: body blocks. */
#define WEFT_SPAN_PARAGRAPH "paragraph"
#define WEFT_SPAN_HEADING "heading" /* attribute level: 1..6 */
#define WEFT_SPAN_LIST_ITEM "list-item"
#define WEFT_SPAN_QUOTE "quote"
#define WEFT_SPAN_TABLE_CELL "table-cell"
#define WEFT_SPAN_CODE "code"
/* Span types: beside the body. */
#define WEFT_SPAN_CAPTION "caption"
#define WEFT_SPAN_CREDIT "credit"
#define WEFT_SPAN_BIO "bio" /* about the author */
#define WEFT_SPAN_FOOTNOTE "footnote"
/* Span types: not content; attribute reason says why. */
#define WEFT_SPAN_BOILERPLATE "boilerplate"
/* Span types: containers, and parts of a block. */
#define WEFT_SPAN_FIGURE "figure"
#define WEFT_SPAN_LIST "list"
#define WEFT_SPAN_TABLE "table"
#define WEFT_SPAN_SENTENCE "sentence"
#define WEFT_SPAN_FOREIGN "foreign" /* a run in another language than its block's; attribute lang */
#define WEFT_SPAN_KEYPHRASE "keyphrase"   /* what the document is about; attributes score, count */
#define WEFT_SPAN_KEY_FIGURE "key-figure" /* a number worth knowing; attributes score, canonical */
#define WEFT_SPAN_FINDING "finding" /* what a check of pairs points at; attribute finding */
#define WEFT_SPAN_SUMMARY "summary" /* the block of sentences that a model wrote, in a view of its own */
#define WEFT_SPAN_CUE "cue" /* what a subtitle shows at one time; attributes start, end */

/* Link types and the roles of their ends. */
#define WEFT_LINK_BEAD "bead"         /* sentences that translate each other; one side may be empty */
#define WEFT_LINK_PARALLEL "parallel" /* blocks that translate each other */
#define WEFT_LINK_SUMMARY "summary"   /* sentences picked to stand for the document, in text order */
#define WEFT_LINK_SUPPORT "support" /* a sentence of a summary and where the document says so; the score */
#define WEFT_LINK_GLOSS "gloss" /* a term and its translation in brackets; the type of both spans too */
#define WEFT_ROLE_SOURCE "source"
#define WEFT_ROLE_TARGET "target"
#define WEFT_ROLE_EVIDENCE "evidence"
#define WEFT_ROLE_GENERATED "generated" /* written by a model, not part of the document */

/* Attribute keys of a document: its metadata. Dates are ISO 8601, with a zone only where one is known. */
#define WEFT_KEY_TITLE "title"
#define WEFT_KEY_DECK "deck"
#define WEFT_KEY_AUTHOR "author" /* one value an author */
#define WEFT_KEY_DATE_PUBLISHED "date-published"
#define WEFT_KEY_DATE_CREATED "date-created" /* of the file, as its program noted it */
#define WEFT_KEY_DATE_MODIFIED "date-modified"
#define WEFT_KEY_DATE_RETRIEVED "date-retrieved"
#define WEFT_KEY_URL "url"
#define WEFT_KEY_SITE "site"           /* web site it was read on */
#define WEFT_KEY_PUBLISHER "publisher" /* publication it first appeared in */
#define WEFT_KEY_TRANSLATOR "translator"
#define WEFT_KEY_TRANSLATION_OF "translation-of" /* URL of the original */
#define WEFT_KEY_LANGUAGE "language"             /* BCP 47; "mul" when it has several */
#define WEFT_KEY_LANGUAGES "languages"           /* one value a language, where it is "mul" */
#define WEFT_KEY_LICENSE "license"
#define WEFT_KEY_LAYOUT "layout" /* how a bilingual text is laid out: sdk/VOCABULARY.md */
#define WEFT_KEY_RECORD_ID "record-id" /* the id a record of a table gives itself */
#define WEFT_KEY_PAIRING "pairing" /* of a paired document: "name", "links", "content"; its confidence is the score */
#define WEFT_KEY_NEAR_DUPLICATE_OF "near-duplicate-of" /* id of the document that stands for this one */
#define WEFT_KEY_STORY "story"         /* id of the digest of the story that the document tells */
#define WEFT_KEY_DIGEST_OF "digest-of" /* of a digest: one value a document, its id */
/* Of a document too, by summarizers: WEFT_SPAN_KEYPHRASE and WEFT_SPAN_KEY_FIGURE as keys. */
#define WEFT_KEY_HEADLINE "headline" /* suggested where there is no title */
#define WEFT_KEY_ALTERNATE "alternate" /* "en https://...": the same text in another language */

/* Attribute keys of spans and links. */
#define WEFT_KEY_LANG "lang"     /* of a span: BCP 47 */
#define WEFT_KEY_LEVEL "level"   /* of a heading: integer */
#define WEFT_KEY_REASON "reason" /* of boilerplate: "newsletter", "navigation", ... */
#define WEFT_KEY_SCORE "score"   /* of a sentence: real, its rank value in a summary */
#define WEFT_KEY_COUNT "count" /* of a keyphrase: integer, its occurrences */
#define WEFT_KEY_CANONICAL "canonical" /* of a key-figure: value and unit in one spelling */
#define WEFT_KEY_METHOD "method" /* of a link: the plugin that made it */
#define WEFT_KEY_MODEL "model" /* of a summary: the model that wrote it */
#define WEFT_KEY_ENDPOINT "endpoint" /* of a summary: the host that served the model */
#define WEFT_KEY_FALLBACK "fallback" /* of a summary: why it was picked and not written */
#define WEFT_KEY_START "start"   /* of a cue: real, seconds from the beginning */
#define WEFT_KEY_END "end"       /* of a cue: real, seconds from the beginning */
#define WEFT_KEY_PAGE "page"     /* of a block: integer, the page it begins on, from 1 */
#define WEFT_KEY_ROW "row"       /* of a table cell: integer, from 1 */
#define WEFT_KEY_COLUMN "column" /* of a table cell: integer, from 1 */
#define WEFT_KEY_FINDING "finding" /* of a bead and its finding spans: "number: 2021 / 2001" */
#define WEFT_KEY_REJECT "reject"   /* of a bead: why it is no pair; nothing is deleted */
#define WEFT_KEY_REVIEW "review"   /* of a bead: what a person said of it */
#define WEFT_REVIEW_ACCEPTED "accepted" /* value of review: a person accepted the pair */
#define WEFT_KEY_STATE "state"   /* of a bead: its state in the file it was read from */
#define WEFT_KEY_UNIT_ID "unit-id" /* of a bead: its id in the file it was read from */
#define WEFT_KEY_MEMBER "member" /* of a block or view: the path inside the archive it was read from */
#define WEFT_KEY_MASKED "masked" /* of a block: integer, words hidden by characters put between theirs */
#define WEFT_KEY_LOST "lost" /* of a block: integer, characters that stand for lost ones (U+FFFD) */
#define WEFT_KEY_CONTAINER "container" /* of a source: uri of the file that it lies in */
#define WEFT_KEY_OFFSET "offset" /* of a source: integer, byte of that file where its record begins */
#define WEFT_KEY_EVIDENCE "evidence" /* of a digest's block: places in other documents: sdk/VOCABULARY.md */
#define WEFT_KEY_SPEAKER "speaker"   /* of a digest's block: who says what it quotes */
#define WEFT_KEY_REPAIRED "repaired" /* of a source: integer, bytes replaced while decoding */

#endif
