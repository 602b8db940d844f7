-- SPDX-License-Identifier: Apache-2.0
-- What export_sqlite writes, user_version 1. A change that breaks a reader raises user_version; new tables, columns
-- and views do not. Keys "document", "span", "link" are numbers of this file; "number" is the id within its document.
PRAGMA application_id = 2003134068;  -- "weft"
PRAGMA user_version = 1;

-- What made the file: weft, pipeline, pipeline-hash.
CREATE TABLE made_by (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- In corpus order. title, language and date are its first values of that name; all of them are in attribute.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  title TEXT, language TEXT, date TEXT);

CREATE TABLE source (
  document INTEGER NOT NULL REFERENCES document, number INTEGER NOT NULL,
  uri TEXT NOT NULL, media_type TEXT, encoding TEXT, hash TEXT,
  PRIMARY KEY (document, number)) WITHOUT ROWID;

-- Texts. Offsets are bytes of the text in UTF-8: substr(CAST(text AS BLOB), "begin" + 1, "end" - "begin").
CREATE TABLE view (
  document INTEGER NOT NULL REFERENCES document, number INTEGER NOT NULL,
  name TEXT NOT NULL, language TEXT, parent INTEGER, text TEXT NOT NULL,
  PRIMARY KEY (document, number));

-- Blocks, sentences and parts of them. keep: body, meta, aux, drop, container; NULL for sentences and smaller parts.
-- text is NULL for containers, whose blocks have theirs. source_begin, source_end: bytes of that source, where known.
CREATE TABLE span (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document, number INTEGER NOT NULL, view INTEGER NOT NULL,
  type TEXT NOT NULL, keep TEXT, parent INTEGER,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  source INTEGER, source_begin INTEGER, source_end INTEGER,
  text TEXT);

CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document, number INTEGER NOT NULL, type TEXT NOT NULL, score REAL);
CREATE TABLE link_end (
  link INTEGER NOT NULL REFERENCES link, position INTEGER NOT NULL, role TEXT, span INTEGER NOT NULL REFERENCES span,
  PRIMARY KEY (link, position)) WITHOUT ROWID;

-- owner_kind: document, source, view, span, link; owner is span.id or link.id, or the number of a source or view.
CREATE TABLE attribute (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document, owner_kind TEXT NOT NULL, owner INTEGER,
  key TEXT NOT NULL, value, origin TEXT, evidence INTEGER REFERENCES span, confidence REAL);

-- Aligned sentences that the options let through; findings "; " between them.
CREATE TABLE pair (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document, link INTEGER NOT NULL REFERENCES link,
  source_language TEXT, target_language TEXT, source_text TEXT NOT NULL, target_text TEXT NOT NULL,
  score REAL, method TEXT, findings TEXT, reject TEXT, review TEXT,
  source_uri TEXT, target_uri TEXT, source_bytes TEXT, target_bytes TEXT);

-- Full text of sentences, and of blocks without sentences, that are not dropped: rowid is span.id. "text" has each Han
-- character (kana, Thai ...) as a word of its own, "two" each two neighbours as one, so that words of one and two
-- characters are found as they stand; longer ones as a phrase with blanks between: MATCH '"人 工 智 能"'.
CREATE VIRTUAL TABLE search USING fts5(text, two, content='', tokenize='unicode61 remove_diacritics 2');

CREATE VIEW passage AS
  SELECT span.id, document.name AS document, view.name AS view, view.language, span.type, span.keep, span.text,
         span.source_begin, span.source_end
  FROM span JOIN document ON document.id = span.document
  JOIN view ON view.document = span.document AND view.number = span.view
  WHERE span.text IS NOT NULL;

CREATE VIEW metadata AS
  SELECT document.name AS document, attribute.key, attribute.value, attribute.origin, attribute.confidence,
         span.text AS evidence
  FROM attribute JOIN document ON document.id = attribute.document LEFT JOIN span ON span.id = attribute.evidence
  WHERE attribute.owner_kind = 'document';

CREATE VIEW summary AS
  SELECT document.name AS document, view.language, link.id AS link, link_end.position, span.text, span.id AS span
  FROM link JOIN link_end ON link_end.link = link.id JOIN span ON span.id = link_end.span
  JOIN document ON document.id = link.document
  JOIN view ON view.document = span.document AND view.number = span.view
  WHERE link.type = 'summary';

CREATE VIEW translation AS
  SELECT document.name AS document, pair.source_language, pair.source_text, pair.target_language, pair.target_text,
         pair.score, pair.findings, pair.reject
  FROM pair JOIN document ON document.id = pair.document;
