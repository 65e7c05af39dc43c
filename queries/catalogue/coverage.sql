-- one: place date presence rank validFrom validUntil
WITH below (document, step) AS (SELECT value ->> 0, value ->> 1 FROM JSON_EACH(:lineage)),
held AS (
  SELECT p.place AS place, b.document AS document, MIN(b.step) AS step
  FROM below b JOIN document_facts p ON p.iri = b.document AND p.place IS NOT NULL
  GROUP BY p.place, b.document
), places AS (
  SELECT iri AS place FROM names WHERE kind = 'place' GROUP BY iri HAVING COALESCE(MAX(rank), 3) = 3
  AND COALESCE(MAX(valid_until), :as_of) >= :as_of AND COALESCE(MIN(valid_from), :as_of) <= :as_of
)
SELECT p.place AS place, h.document AS document,
  (SELECT MIN(f.date) FROM document_facts f WHERE f.iri = h.document) AS date, h.step AS steps,
  CASE WHEN h.document IS NULL THEN 'notInCollection' ELSE (
    SELECT CASE MAX(f.presence <> 'citedOnly') WHEN 0 THEN 'citedOnly' WHEN 1 THEN 'found' END
    FROM document_facts f WHERE f.iri = h.document) END AS state
FROM places p LEFT JOIN held h ON h.place = p.place
ORDER BY p.place, h.step, h.document
