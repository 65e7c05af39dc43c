-- one: statedIn date place assignee role dueDate evidence
WITH RECURSIVE bodies (iri) AS (
  SELECT value FROM JSON_EACH(:agency) UNION
  SELECT s.subject FROM statements s JOIN bodies b ON s.property = 'succeededBy' AND s.value = b.iri
), acting (iri) AS (
  SELECT iri FROM bodies UNION
  SELECT s.subject FROM statements s JOIN bodies b ON s.property IN ('postIn', 'member') AND s.value = b.iri
)
SELECT o.iri AS obligation, o.document AS document, MIN(f.date) AS date,
  MIN(o.clause) AS clause, a.role AS role, MIN(t.due_text) AS dueText,
  CASE WHEN COUNT(t.due_date) = COUNT(*) THEN MIN(t.due_date) END AS dueDate,
  MIN(o.force) AS force, MIN(o.quote) AS quote
FROM acting b JOIN assignments a ON a.assignee = b.iri AND a.role IS NOT NULL
JOIN obligations o ON o.iri = a.obligation AND o.document <> ''
LEFT JOIN document_facts f ON f.iri = o.document AND f.date IS NOT NULL
LEFT JOIN deadlines t ON t.obligation = o.iri AND t.due_text IS NOT NULL
WHERE (f.date IS NULL OR f.date <= :as_of)
AND a.role = :role -- if role
AND o.document IN (SELECT iri FROM document_facts WHERE place = :place) -- if place
GROUP BY o.document, o.iri, a.role
ORDER BY date DESC, o.document, o.iri, a.role
