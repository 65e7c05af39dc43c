-- one: place presence
WITH carried (document, demand) AS (
  SELECT DISTINCT source, target FROM edges WHERE relation IN ('implements', 'continues', 'guides', 'reviews')
), demands (demand) AS (
  SELECT demand FROM carried GROUP BY demand HAVING COUNT(*) >= :least
  AND NOT EXISTS (SELECT 1 FROM document_facts f WHERE f.iri = demand AND f.place IS NOT NULL)
), held (document, place) AS (
  SELECT p.iri, p.place FROM document_facts p WHERE p.place IS NOT NULL
  AND EXISTS (SELECT 1 FROM document_facts h WHERE h.iri = p.iri AND h.presence = 'fullText')
), found (demand, place, documents) AS (
  SELECT c.demand, h.place, COUNT(DISTINCT c.document) FROM carried c JOIN held h ON h.document = c.document
  WHERE c.demand IN demands GROUP BY c.demand, h.place
)
SELECT d.demand AS demand, p.place AS place, COALESCE(f.documents, 0) AS documents,
  CASE WHEN f.documents THEN 'found' ELSE 'notInCollection' END AS state
FROM demands d JOIN (SELECT DISTINCT place FROM held) p
LEFT JOIN found f ON f.demand = d.demand AND f.place = p.place
ORDER BY d.demand, p.place
