-- The side index of a generation. Every row that comes from a graph names it, so that a graph
-- which was replaced takes its old rows away with it.

-- What each graph says of a document; `own` is 1 in the document's own graph.
CREATE TABLE document_facts (
  graph TEXT NOT NULL, iri TEXT NOT NULL, own INTEGER NOT NULL, type TEXT, printed_number TEXT,
  number TEXT, symbol TEXT, date TEXT, title TEXT, issuer TEXT, place TEXT, presence TEXT,
  force_status TEXT, part_of TEXT, aliases TEXT
);
CREATE INDEX document_facts_graph ON document_facts (graph);
CREATE INDEX document_facts_iri ON document_facts (iri, own DESC, graph);

-- What few graphs say of documents that many cite (`merging.py`).
CREATE INDEX document_facts_date ON document_facts (iri, own DESC, graph) WHERE date IS NOT NULL;
CREATE INDEX document_facts_title ON document_facts (iri, own DESC, graph) WHERE title IS NOT NULL;
CREATE INDEX document_facts_issuer ON document_facts (iri, own DESC, graph) WHERE issuer IS NOT NULL;
CREATE INDEX document_facts_place ON document_facts (iri, own DESC, graph) WHERE place IS NOT NULL;
CREATE INDEX document_facts_part ON document_facts (iri, own DESC, graph) WHERE part_of IS NOT NULL;
CREATE INDEX document_facts_alias ON document_facts (iri, own DESC, graph) WHERE aliases IS NOT NULL;
CREATE INDEX document_facts_held ON document_facts (iri, presence) WHERE presence <> 'citedOnly';

-- Who issued a document: several bodies where they did so together.
CREATE TABLE issuers (graph TEXT NOT NULL, document TEXT NOT NULL, issuer TEXT NOT NULL);
CREATE INDEX issuers_graph ON issuers (graph);
CREATE INDEX issuers_document ON issuers (document, issuer);

-- One row a document: own statements first, then those of the registry, then of others. Its number
-- says where it stands among others that are found by the same words (`ordering.py`).
CREATE TABLE documents (
  id INTEGER PRIMARY KEY, iri TEXT NOT NULL, path TEXT NOT NULL, series TEXT NOT NULL,
  type TEXT, printed_number TEXT, number TEXT, symbol TEXT, date TEXT, title TEXT, issuer TEXT,
  place TEXT, presence TEXT, force_status TEXT, part_of TEXT, aliases TEXT, bare_number TEXT, symbol_key TEXT
);
CREATE UNIQUE INDEX documents_iri ON documents (iri);
CREATE INDEX documents_number ON documents (bare_number, symbol_key);
CREATE INDEX documents_series ON documents (series);
CREATE INDEX documents_path ON documents (path);
CREATE INDEX documents_date ON documents (date);
CREATE INDEX documents_newest ON documents (presence = 'fullText' DESC, date DESC, path);
CREATE INDEX documents_issuer ON documents (issuer);
CREATE INDEX documents_parts ON documents (part_of) WHERE part_of IS NOT NULL;
CREATE VIRTUAL TABLE documents_text USING fts5 (words, tokenize = 'unicode61');

-- Which texts a document has; their passages stand in a file of their own.
CREATE TABLE texts (graph TEXT NOT NULL, document TEXT NOT NULL, sha256 TEXT NOT NULL);
CREATE INDEX texts_graph ON texts (graph);
CREATE INDEX texts_document ON texts (document);
CREATE INDEX texts_sha256 ON texts (sha256);

CREATE TABLE citations (
  graph TEXT NOT NULL, iri TEXT NOT NULL, document TEXT NOT NULL, citing TEXT, cited TEXT,
  relation TEXT, status TEXT, form TEXT, printed TEXT, quote TEXT, start INTEGER, within TEXT
);
CREATE INDEX citations_graph ON citations (graph);
CREATE INDEX citations_cited ON citations (cited, document, iri);
CREATE INDEX citations_edge ON citations (citing, cited, relation, document);
CREATE INDEX citations_document ON citations (document, status, iri);

-- Relations between documents as stored; the weaker ones are kept beside the stronger.
CREATE TABLE edges (
  graph TEXT NOT NULL, source TEXT NOT NULL, relation TEXT NOT NULL, target TEXT NOT NULL,
  strength INTEGER NOT NULL
);
CREATE INDEX edges_graph ON edges (graph);
CREATE INDEX edges_source ON edges (source, relation, target);
CREATE INDEX edges_target ON edges (target, relation, source);

CREATE TABLE obligations (
  graph TEXT NOT NULL, iri TEXT NOT NULL, document TEXT NOT NULL, kind TEXT NOT NULL,
  summary TEXT, force TEXT, clause TEXT, quote TEXT, start INTEGER, recurrence TEXT,
  anchor_stated INTEGER
);
CREATE INDEX obligations_graph ON obligations (graph);
CREATE INDEX obligations_document ON obligations (document, iri);
CREATE INDEX obligations_iri ON obligations (iri, document);

CREATE TABLE assignments (
  graph TEXT NOT NULL, obligation TEXT NOT NULL, assignee TEXT, role TEXT, basis TEXT, printed TEXT,
  node TEXT NOT NULL
);
CREATE INDEX assignments_graph ON assignments (graph);
CREATE INDEX assignments_obligation ON assignments (obligation, assignee, role, node);
CREATE INDEX assignments_assignee ON assignments (assignee);
CREATE INDEX assignments_node ON assignments (node);

CREATE TABLE deadlines (
  graph TEXT NOT NULL, obligation TEXT NOT NULL, due_text TEXT, due_date TEXT, inclusive INTEGER,
  recurrence TEXT, anchor_stated INTEGER
);
CREATE INDEX deadlines_graph ON deadlines (graph);
CREATE INDEX deadlines_obligation ON deadlines (obligation, due_text, due_date);
CREATE INDEX deadlines_date ON deadlines (due_date, obligation, inclusive);

-- To whom a duty to report goes; `obligation` is the task that the report belongs to.
CREATE TABLE reports (
  graph TEXT NOT NULL, duty TEXT NOT NULL, obligation TEXT NOT NULL, recipient TEXT, via TEXT
);
CREATE INDEX reports_graph ON reports (graph);
CREATE INDEX reports_obligation ON reports (obligation);
CREATE INDEX reports_duty ON reports (duty);
CREATE INDEX reports_recipient ON reports (recipient);

-- What an obligation carries out: a document that it cites, or a higher task.
CREATE TABLE fulfilments (graph TEXT NOT NULL, obligation TEXT NOT NULL, target TEXT NOT NULL);
CREATE INDEX fulfilments_graph ON fulfilments (graph);
CREATE INDEX fulfilments_obligation ON fulfilments (obligation);
CREATE INDEX fulfilments_target ON fulfilments (target);

CREATE TABLE members (graph TEXT NOT NULL, "group" TEXT NOT NULL, member TEXT NOT NULL);
CREATE INDEX members_graph ON members (graph);
CREATE INDEX members_group ON members ("group");
CREATE INDEX members_member ON members (member);

-- What became of a body in a reorganisation; `heir` is empty where it was abolished.
CREATE TABLE successions (
  graph TEXT NOT NULL, event TEXT NOT NULL, day TEXT, former TEXT NOT NULL, heir TEXT, by_document TEXT
);
CREATE INDEX successions_graph ON successions (graph);
CREATE INDEX successions_former ON successions (former);
CREATE INDEX successions_heir ON successions (heir);

-- Bodies, groups, posts, places, terms of office, and the terms of the vocabulary.
CREATE TABLE names (
  graph TEXT NOT NULL, iri TEXT NOT NULL, kind TEXT NOT NULL, label TEXT, label_en TEXT,
  others TEXT, folded TEXT, rank INTEGER, place TEXT, parent TEXT, valid_from TEXT, valid_until TEXT
);
CREATE INDEX names_graph ON names (graph);
CREATE INDEX names_iri ON names (iri);
CREATE INDEX names_kind ON names (kind);

-- What else questions ask for, a row a statement (`statements.py`); and the properties of which a
-- graph states several values where the tables above keep one.
CREATE TABLE statements (
  graph TEXT NOT NULL, subject TEXT NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL
);
CREATE INDEX statements_graph ON statements (graph);
CREATE INDEX statements_subject ON statements (property, subject, value);
CREATE INDEX statements_value ON statements (property, value, subject);
CREATE TABLE plural (graph TEXT NOT NULL, property TEXT NOT NULL, node TEXT NOT NULL);
CREATE INDEX plural_graph ON plural (graph);
CREATE INDEX plural_property ON plural (property);

-- What the last check found: how often a rule is broken at a node of a document (`findings.py`).
CREATE TABLE findings (
  graph TEXT NOT NULL, severity TEXT NOT NULL, code TEXT NOT NULL, document TEXT, node TEXT NOT NULL,
  words INTEGER NOT NULL, count INTEGER NOT NULL
);
CREATE INDEX findings_graph ON findings (graph);
CREATE INDEX findings_order ON findings (severity, code, document, node, count, words);
CREATE INDEX findings_document ON findings (document);
CREATE TABLE finding_words (id INTEGER PRIMARY KEY, vi TEXT, en TEXT, UNIQUE (vi, en));

CREATE TABLE counts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

-- Passages: the words of obligations, each wording once; `postings` packs the first wordings that
-- hold a word triple; `reuse` joins wordings that say the same (`reuse.py`).
CREATE TABLE passages (
  graph TEXT NOT NULL, obligation TEXT NOT NULL, document TEXT NOT NULL, wording INTEGER NOT NULL
);
CREATE INDEX passages_graph ON passages (graph);
CREATE INDEX passages_wording ON passages (wording);
CREATE INDEX passages_document ON passages (document);
CREATE INDEX passages_obligation ON passages (obligation);
CREATE TABLE wordings (id INTEGER PRIMARY KEY, words TEXT NOT NULL, is_linked INTEGER NOT NULL);
CREATE INDEX wordings_fresh ON wordings (is_linked) WHERE is_linked = 0;
CREATE TABLE postings (triple INTEGER PRIMARY KEY, wordings NOT NULL);
CREATE TABLE reuse (
  one INTEGER NOT NULL, other INTEGER NOT NULL, similarity INTEGER NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX reuse_other ON reuse (other);

-- What came, went and changed, and when; it outlives a new layout (`changes.py`).
CREATE TABLE IF NOT EXISTS changes (
  at TEXT NOT NULL, document TEXT NOT NULL, change TEXT NOT NULL, relation TEXT, added TEXT,
  removed TEXT
);
CREATE INDEX IF NOT EXISTS changes_at ON changes (at);
