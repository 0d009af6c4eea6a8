-- The tables of a corpus database, as `workmethod index` makes it. docs/corpus-database.md tells how to work with them.
--
-- Places in texts (span_start, span_end and the like) count code points (characters) of texts.source from 0, the end excluded, as in all results;
-- line counts from 1. substr(source, span_start + 1, span_end - span_start) is what stands there. JSON columns hold JSON as text.

-- What the database is: schema, program, program_version, rules (SHA-256 of the tables the program works by), paths (JSON), encoding,
-- text_field, id_field.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT
) WITHOUT ROWID;

-- The files that were read. A file whose size and times are as they stand here is not opened again.
CREATE TABLE files (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,  -- as given, or found below a folder as given; - is standard input
  size INTEGER,               -- in bytes
  modified TEXT,              -- time of the last change of its content, UTC; null: to be read again in any case
  changed TEXT                -- time of the last change of its entry in the file system, UTC
);

-- The documents: a file, or a record of a JSON lines file.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file INTEGER NOT NULL REFERENCES files,
  position INTEGER,           -- order in the corpus: by path, then by place in the file; failures stand among them
  name TEXT NOT NULL,         -- the id that results show: the path, or the id of a record
  path TEXT,                  -- null for standard input
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  script TEXT NOT NULL,       -- simplified, traditional or mixed
  sha256 TEXT NOT NULL,       -- of the file's bytes, or of the line of a record
  length INTEGER NOT NULL,    -- of the source text in code points
  title TEXT,
  date TEXT,                  -- 2018, 2018-03 or 2018-03-01
  record TEXT,                -- JSON: the fields of a JSON lines record, null in place of the text
  changes TEXT                -- JSON: how many changes each rule of normalizing made; null for none
);
CREATE INDEX documents_by_file ON documents (file);
CREATE INDEX documents_by_position ON documents (position);
CREATE INDEX documents_by_name ON documents (name);

-- Inputs that could not be read.
CREATE TABLE failures (
  id INTEGER PRIMARY KEY,
  file INTEGER NOT NULL REFERENCES files,
  position INTEGER,           -- among the documents
  path TEXT NOT NULL,         -- of a record with its line
  code TEXT NOT NULL,         -- empty, binary, not-found, invalid-json …
  message TEXT NOT NULL
);
CREATE INDEX failures_by_file ON failures (file);

-- The texts. What search looks through is coalesce(normalized, source).
CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents,
  source TEXT NOT NULL,       -- the decoded text, untouched
  normalized TEXT,            -- simplified, half-width, without inserted noise; null where it is the source
  offsets BLOB,               -- how positions of the normalized text lead to the source; null where they are the same
  exact TEXT,                 -- JSON: name, source and normalized where a column cannot hold them (halves of surrogate pairs); else null
  diagnostics TEXT            -- JSON: what reading had to say; null for nothing
);

-- What extract found in a document, whole.
CREATE TABLE extractions (
  document INTEGER PRIMARY KEY REFERENCES documents,
  record TEXT NOT NULL,       -- JSON: the element of documents that extract prints, byte for byte
  analysis BLOB NOT NULL      -- the same in places of the normalized text, for the program: deflated JSON
);

-- The reports of a file that bundles several.
CREATE TABLE articles (
  document INTEGER NOT NULL REFERENCES documents,
  ordinal INTEGER NOT NULL,   -- order in the document, from 1
  number INTEGER NOT NULL,    -- the number it bears; what frameworks.article refers to
  heading TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

-- The outline: headings with what stands below them, as segment --unit section tells it.
CREATE TABLE sections (
  document INTEGER NOT NULL REFERENCES documents,
  ordinal INTEGER NOT NULL,   -- order in the document; what stands before the first heading counts as one
  level INTEGER NOT NULL,     -- 0 for a title or an article, 1 for the highest headings below
  parent INTEGER,             -- ordinal of the section that holds it
  mark TEXT,                  -- the number as it is written: 一、 (二) 3.
  number INTEGER,
  heading TEXT NOT NULL,      -- cleaned and simplified, without the mark
  heading_start INTEGER NOT NULL,
  heading_end INTEGER NOT NULL,
  line INTEGER NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,  -- where the sections below it end
  PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

-- The numbered frameworks.
CREATE TABLE frameworks (
  document INTEGER NOT NULL REFERENCES documents,
  framework TEXT NOT NULL,    -- its id within the document
  name TEXT NOT NULL,         -- 六诊六治
  category TEXT,              -- 工作法
  pattern TEXT NOT NULL,      -- counted, paired, compound or labelled
  groups TEXT NOT NULL,       -- JSON: [{"count":6,"head":"诊"},{"count":6,"head":"治"}]
  declared INTEGER NOT NULL,  -- how many members the name promises
  found INTEGER NOT NULL,
  complete INTEGER NOT NULL,  -- 1 where that agrees
  confidence REAL NOT NULL,   -- 0 to 1
  holder TEXT,
  place TEXT,
  date TEXT,
  article INTEGER,            -- articles.number
  parent TEXT,                -- framework it is part of
  aliases TEXT,               -- JSON: other names; null for none
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  line INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (document, framework)
) WITHOUT ROWID;
CREATE INDEX frameworks_by_name ON frameworks (name);

-- Their members.
CREATE TABLE members (
  document INTEGER NOT NULL REFERENCES documents,
  framework TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  label TEXT NOT NULL,
  pair TEXT,                  -- the second half in a paired framework
  opens TEXT,                 -- the framework that this member is the name of
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  line INTEGER NOT NULL,
  quote TEXT NOT NULL,
  body_start INTEGER,         -- where the member is carried out
  body_end INTEGER,
  body_line INTEGER,
  PRIMARY KEY (document, framework, ordinal)
) WITHOUT ROWID;
CREATE INDEX members_by_label ON members (label);

-- What a framework is told to have brought.
CREATE TABLE outcomes (
  document INTEGER NOT NULL REFERENCES documents,
  framework TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  value REAL NOT NULL,
  unit TEXT NOT NULL,
  approximate INTEGER NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  line INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (document, framework, ordinal)
) WITHOUT ROWID;

-- Names that are used without their members.
CREATE TABLE mentions (
  document INTEGER NOT NULL REFERENCES documents,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  groups TEXT NOT NULL,       -- JSON, as in frameworks
  PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;
CREATE INDEX mentions_by_name ON mentions (name);

-- Where else frameworks, and where mentions, are named.
CREATE TABLE occurrences (
  document INTEGER NOT NULL REFERENCES documents,
  kind TEXT NOT NULL,         -- framework or mention
  item TEXT NOT NULL,         -- frameworks.framework or mentions.ordinal
  ordinal INTEGER NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (document, kind, item, ordinal)
) WITHOUT ROWID;

-- What extract warned of.
CREATE TABLE warnings (
  document INTEGER NOT NULL REFERENCES documents,
  ordinal INTEGER NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

-- Full-text index over the normalized texts; rowid is documents.id. Its words are all pairs of neighbouring characters, and single characters where
-- none follows: 群众 is found by MATCH '群众', 群众工作 by MATCH '"群众" AND "众工" AND "工作"', a single 群 by MATCH '群*'.
CREATE VIRTUAL TABLE bigrams USING fts5 (
  pairs,
  content='',
  columnsize=0,
  detail=none,
  tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co Cn'"
);

CREATE VIEW framework_list AS
  SELECT d.position, d.path, d.name AS document_name, d.title, f.name, f.category, f.pattern, f.declared, f.found, f.complete, f.confidence,
    f.holder, f.place, f.date, f.line, f.quote, f.document, f.framework
  FROM frameworks f JOIN documents d ON d.id = f.document
  ORDER BY d.position, f.span_start;

CREATE VIEW framework_members AS
  SELECT d.position, d.path, d.name AS document_name, f.name AS framework_name, f.category, f.holder, m.ordinal, m.label, m.pair, m.line, m.quote,
    m.document, m.framework
  FROM members m JOIN frameworks f USING (document, framework) JOIN documents d ON d.id = m.document
  ORDER BY d.position, f.span_start, m.ordinal;

-- All places where a name stands: beside its members, elsewhere, and where nothing but the name is told.
CREATE VIEW name_occurrences AS
  SELECT d.position, d.path, d.name AS document_name, o.kind, o.name, o.line, o.span_start, o.span_end, o.document
  FROM (
    SELECT document, 'framework' AS kind, name, line, span_start, span_end FROM frameworks
    UNION ALL
    SELECT o.document, o.kind, f.name, o.line, o.span_start, o.span_end
    FROM occurrences o JOIN frameworks f ON f.document = o.document AND f.framework = o.item WHERE o.kind = 'framework'
    UNION ALL
    SELECT o.document, o.kind, m.name, o.line, o.span_start, o.span_end
    FROM occurrences o JOIN mentions m ON m.document = o.document AND m.ordinal = CAST(o.item AS INTEGER) WHERE o.kind = 'mention'
  ) o JOIN documents d ON d.id = o.document
  ORDER BY d.position, o.span_start;

CREATE VIEW document_outline AS
  SELECT d.position, d.path, d.name AS document_name, s.level, s.mark, s.heading, s.line, s.document, s.ordinal
  FROM sections s JOIN documents d ON d.id = s.document
  ORDER BY d.position, s.ordinal;
