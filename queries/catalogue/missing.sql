-- one: citedWork statedIn presence date rank
WITH cited AS (
  SELECT c.cited AS document, COUNT(DISTINCT c.iri) AS citations FROM citations c
  WHERE c.cited IS NOT NULL AND c.document <> ''
  GROUP BY c.cited HAVING NOT EXISTS (
    SELECT 1 FROM document_facts f
    WHERE f.iri = c.cited AND (f.presence = 'fullText' OR f.type = 'Clause'))
  AND EXISTS (SELECT 1 FROM issuers i JOIN names n ON n.iri = i.issuer WHERE i.document = c.cited AND n.rank = :rank) -- if rank
), citers AS (
  SELECT DISTINCT m.document AS cited, c.document AS document, f.date AS day
  FROM cited m JOIN citations c ON c.cited = m.document AND c.document <> ''
  LEFT JOIN document_facts f ON f.iri = c.document AND f.date IS NOT NULL
), firsts AS (
  SELECT cited, CASE WHEN COUNT(day) = COUNT(*) THEN MIN(day) END AS day FROM citers GROUP BY cited
)
SELECT m.document AS document, m.citations AS citations,
  (SELECT MIN(f.presence) FROM document_facts f WHERE f.iri = m.document) AS presence,
  MIN(c.document) AS firstCitedBy
FROM cited m JOIN firsts f ON f.cited = m.document
LEFT JOIN citers c ON c.cited = m.document AND c.day IS NOT NULL AND c.day = COALESCE(f.day, c.day)
GROUP BY m.document ORDER BY m.citations DESC, m.document
