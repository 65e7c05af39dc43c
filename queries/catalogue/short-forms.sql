-- one: form printed citedWork statedIn date place
WITH used AS (
  SELECT c.cited AS document, COUNT(DISTINCT c.iri) AS uses FROM citations c
  WHERE c.form IN ('short', 'named', 'full', 'listed') AND c.cited IS NOT NULL AND c.document <> ''
  AND c.printed IS NOT NULL AND INSTR(IN_SMALL_LETTERS(c.printed), IN_SMALL_LETTERS(:text)) = 1
  AND NOT EXISTS (SELECT 1 FROM document_facts f WHERE f.iri = c.document AND f.date > :as_of)
  AND c.document IN (SELECT iri FROM document_facts WHERE place = :place) -- if place
  GROUP BY c.cited
)
SELECT document, uses, uses || '/' || (SELECT SUM(uses) FROM used) AS share
FROM used ORDER BY uses DESC, document
