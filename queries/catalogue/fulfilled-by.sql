-- one: annexOf statedIn place assignee role dueDate evidence
WITH RECURSIVE demands (iri) AS (
  SELECT :doc UNION
  SELECT e.source FROM edges e JOIN demands d ON e.target = d.iri AND e.relation IN ('continues', 'replaces') UNION
  SELECT f.iri FROM document_facts f JOIN demands d ON f.part_of = d.iri AND f.type IS NOT 'Clause'
)
SELECT p.place AS place, a.assignee AS assignee, a.role AS role, o.iri AS obligation,
  MIN(t.due_text) AS dueText, CASE WHEN COUNT(t.due_date) = COUNT(*) THEN MIN(t.due_date) END AS dueDate,
  o.document AS document, MIN(o.quote) AS quote
FROM demands d JOIN fulfilments f ON f.target = d.iri
JOIN obligations o ON o.iri = f.obligation AND o.document <> ''
LEFT JOIN document_facts p ON p.iri = o.document AND p.place IS NOT NULL
LEFT JOIN assignments a ON a.obligation = o.iri AND a.assignee IS NOT NULL AND a.role IS NOT NULL
LEFT JOIN deadlines t ON t.obligation = o.iri AND t.due_text IS NOT NULL
WHERE TRUE
AND p.place = :place -- if place
GROUP BY p.place, a.assignee, a.role, o.iri, o.document
ORDER BY p.place, a.assignee, o.document, o.iri, a.role
