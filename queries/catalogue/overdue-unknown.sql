-- one: dueDate statedIn date assignee role
SELECT t.due_date AS dueDate, o.iri AS obligation, a.assignee AS lead, o.document AS document
FROM deadlines t JOIN obligations o ON o.iri = t.obligation
LEFT JOIN assignments a
  ON a.obligation = o.iri AND a.assignee IS NOT NULL AND a.role IN ('lead', 'implementing')
WHERE t.due_date < :as_of AND o.document <> ''
AND NOT EXISTS (SELECT 1 FROM fulfilments f WHERE f.target = o.iri)
AND NOT EXISTS (
  SELECT 1 FROM edges e JOIN document_facts later ON later.iri = e.source
  WHERE e.target = o.document AND e.relation = 'reviews' AND later.date >= t.due_date)
GROUP BY t.due_date, o.document, o.iri, a.assignee
ORDER BY t.due_date DESC, o.document, o.iri, a.assignee
