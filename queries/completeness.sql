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
-- The sums over all documents, so that a point need not add up the whole collection.
CREATE TABLE IF NOT EXISTS whole (
  documents INTEGER NOT NULL,
  fields INTEGER NOT NULL, fields_of INTEGER NOT NULL,
  citations INTEGER NOT NULL, citations_of INTEGER NOT NULL,
  assignees INTEGER NOT NULL, assignees_of INTEGER NOT NULL,
  deadlines INTEGER NOT NULL, deadlines_of INTEGER NOT NULL,
  violations INTEGER NOT NULL, warnings INTEGER NOT NULL, infos INTEGER NOT NULL
);
INSERT INTO whole SELECT COUNT(*),
  COALESCE(SUM(fields), 0), COALESCE(SUM(fields_of), 0),
  COALESCE(SUM(citations), 0), COALESCE(SUM(citations_of), 0),
  COALESCE(SUM(assignees), 0), COALESCE(SUM(assignees_of), 0),
  COALESCE(SUM(deadlines), 0), COALESCE(SUM(deadlines_of), 0),
  COALESCE(SUM(violations), 0), COALESCE(SUM(warnings), 0), COALESCE(SUM(infos), 0)
FROM documents WHERE NOT EXISTS (SELECT 1 FROM whole) HAVING NOT EXISTS (SELECT 1 FROM whole);
CREATE TRIGGER IF NOT EXISTS one_more AFTER INSERT ON documents BEGIN
  UPDATE whole SET documents = documents + 1,
    fields = fields + NEW.fields, fields_of = fields_of + NEW.fields_of,
    citations = citations + NEW.citations, citations_of = citations_of + NEW.citations_of,
    assignees = assignees + NEW.assignees, assignees_of = assignees_of + NEW.assignees_of,
    deadlines = deadlines + NEW.deadlines, deadlines_of = deadlines_of + NEW.deadlines_of,
    violations = violations + NEW.violations, warnings = warnings + NEW.warnings,
    infos = infos + NEW.infos;
END;
CREATE TRIGGER IF NOT EXISTS one_less AFTER DELETE ON documents BEGIN
  UPDATE whole SET documents = documents - 1,
    fields = fields - OLD.fields, fields_of = fields_of - OLD.fields_of,
    citations = citations - OLD.citations, citations_of = citations_of - OLD.citations_of,
    assignees = assignees - OLD.assignees, assignees_of = assignees_of - OLD.assignees_of,
    deadlines = deadlines - OLD.deadlines, deadlines_of = deadlines_of - OLD.deadlines_of,
    violations = violations - OLD.violations, warnings = warnings - OLD.warnings,
    infos = infos - OLD.infos;
END;
CREATE TABLE IF NOT EXISTS points (
  at TEXT NOT NULL, documents INTEGER NOT NULL,
  fields INTEGER NOT NULL, fields_of INTEGER NOT NULL,
  citations INTEGER NOT NULL, citations_of INTEGER NOT NULL,
  assignees INTEGER NOT NULL, assignees_of INTEGER NOT NULL,
  deadlines INTEGER NOT NULL, deadlines_of INTEGER NOT NULL,
  violations INTEGER NOT NULL, warnings INTEGER NOT NULL, infos INTEGER NOT NULL
);
