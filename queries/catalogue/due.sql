-- one: dueDate dueInclusive statedIn place assignee role
SELECT t.due_date AS dueDate, CASE WHEN COUNT(t.inclusive) = COUNT(*) THEN MIN(t.inclusive) END AS inclusive,
  o.iri AS obligation, a.assignee AS lead, o.document AS document
FROM deadlines t JOIN obligations o ON o.iri = t.obligation
LEFT JOIN assignments a
  ON a.obligation = o.iri AND a.assignee IS NOT NULL AND a.role IN ('lead', 'implementing')
WHERE t.due_date BETWEEN :from AND :to AND o.document <> ''
AND o.document IN (SELECT iri FROM document_facts WHERE place = :place) -- if place
AND a.assignee IN (SELECT value FROM JSON_EACH(:lead)) -- if lead
GROUP BY t.due_date, o.document, o.iri, a.assignee
ORDER BY t.due_date, o.document, o.iri, a.assignee
