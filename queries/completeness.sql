-- How complete each stored document is, and the sums of the whole after each load.
CREATE TABLE IF NOT EXISTS documents (
  path TEXT PRIMARY KEY, body TEXT NOT NULL, place TEXT NOT NULL,
  fields INTEGER NOT NULL, fields_of INTEGER NOT NULL,
  citations INTEGER NOT NULL, citations_of INTEGER NOT NULL,
  assignees INTEGER NOT NULL, assignees_of INTEGER NOT NULL,
  deadlines INTEGER NOT NULL, deadlines_of INTEGER NOT NULL,
  violations INTEGER NOT NULL, warnings INTEGER NOT NULL, infos INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS documents_body ON documents (body);
CREATE INDEX IF NOT EXISTS documents_place ON documents (place);
CREATE TABLE IF NOT EXISTS points (
  at TEXT NOT NULL, documents INTEGER NOT NULL,
  fields INTEGER NOT NULL, fields_of INTEGER NOT NULL,
  citations INTEGER NOT NULL, citations_of INTEGER NOT NULL,
  assignees INTEGER NOT NULL, assignees_of INTEGER NOT NULL,
  deadlines INTEGER NOT NULL, deadlines_of INTEGER NOT NULL,
  violations INTEGER NOT NULL, warnings INTEGER NOT NULL, infos INTEGER NOT NULL
);
