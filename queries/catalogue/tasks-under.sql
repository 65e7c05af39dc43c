-- one: statedIn place assignee role dueDate
WITH below (document, step) AS (
  SELECT :doc, 0 UNION ALL
  SELECT value ->> 0, value ->> 1 FROM JSON_EACH(:lineage) WHERE value ->> 0 <> :doc
)
SELECT b.step AS step, b.document AS document, p.place AS place, o.iri AS obligation,
  a.assignee AS assignee, a.role AS role, MIN(t.due_text) AS dueText,
  CASE WHEN COUNT(t.due_date) = COUNT(*) THEN MIN(t.due_date) END AS dueDate
FROM below b LEFT JOIN document_facts p ON p.iri = b.document AND p.place IS NOT NULL
JOIN obligations o ON o.document = b.document
LEFT JOIN assignments a ON a.obligation = o.iri AND a.assignee IS NOT NULL AND a.role IS NOT NULL
LEFT JOIN deadlines t ON t.obligation = o.iri AND t.due_text IS NOT NULL
WHERE TRUE
AND p.place = :place -- if place
GROUP BY b.step, b.document, p.place, o.iri, a.assignee, a.role
ORDER BY b.step, b.document, o.iri, a.role, a.assignee, p.place
