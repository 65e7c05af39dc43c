-- one: presence date place statedIn status
WITH held AS (
  SELECT iri, MAX(printed_number) AS number, MIN(date) AS day,
    (SELECT MIN(value) FROM statements WHERE property = 'class' AND subject = iri AND value <> 'Document') AS kind
  FROM document_facts GROUP BY iri HAVING MAX(presence = 'fullText') AND kind IS NOT NULL
), grouped AS (
  SELECT iri, kind AS value FROM held WHERE :by NOT IN ('place', 'year') UNION
  SELECT iri, SUBSTR(place, INSTR(place, '/place/') + 7) FROM document_facts WHERE :by = 'place' AND place IS NOT NULL UNION
  SELECT iri, CAST(SUBSTR(date, 1, 4) AS INTEGER) || '' FROM document_facts WHERE :by = 'year' AND date IS NOT NULL
), told AS (
  SELECT document, COUNT(DISTINCT iri) AS whole,
    COUNT(DISTINCT CASE WHEN status = 'resolved' THEN iri END) AS resolved,
    COUNT(DISTINCT CASE WHEN iri IN (SELECT value FROM statements WHERE property = 'onNode') THEN iri END) AS reviewed
  FROM citations WHERE status IS NOT NULL GROUP BY document
)
SELECT COALESCE(g.value, '') AS "group", COUNT(*) AS documents, COUNT(h.number) AS withNumber,
  COUNT(h.day) AS withDate, COALESCE(SUM(t.whole), 0) AS citations,
  COALESCE(SUM(t.resolved), 0) || '/' || COALESCE(SUM(t.whole), 0) AS resolvedShare,
  COALESCE(SUM(t.reviewed), 0) || '/' || COALESCE(SUM(t.whole), 0) AS reviewedShare
FROM held h LEFT JOIN grouped g ON g.iri = h.iri LEFT JOIN told t ON t.document = h.iri
GROUP BY 1 ORDER BY 1
