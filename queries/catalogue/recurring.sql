-- one: statedIn place assignee role recurrence anchorStated
WITH RECURSIVE bodies (iri) AS (
  SELECT value FROM JSON_EACH(:agency) UNION
  SELECT s.subject FROM statements s JOIN bodies b ON s.property = 'succeededBy' AND s.value = b.iri
), acting (iri) AS (
  SELECT iri FROM bodies UNION
  SELECT s.subject FROM statements s JOIN bodies b ON s.property IN ('postIn', 'member') AND s.value = b.iri
), rhythms (obligation, recurrence, anchored, due) AS (
  SELECT obligation, recurrence, anchor_stated, due_text FROM deadlines WHERE recurrence IS NOT NULL
  UNION ALL
  SELECT iri, recurrence, anchor_stated, NULL FROM obligations
  WHERE recurrence IS NOT NULL AND INSTR(iri, '/report/') = 0
)
SELECT o.iri AS obligation, a.assignee AS assignee, a.role AS role, r.recurrence AS recurrence,
  CASE WHEN COUNT(r.anchored) = COUNT(*) THEN MAX(r.anchored) END AS anchorStated,
  CASE WHEN COUNT(r.due) = COUNT(*) THEN MIN(r.due) END AS dueText, o.document AS document
FROM rhythms r JOIN obligations o ON o.iri = r.obligation
LEFT JOIN assignments a ON a.obligation = o.iri AND a.assignee IS NOT NULL AND a.role IS NOT NULL
WHERE o.document <> ''
AND a.assignee IN (SELECT iri FROM acting) -- if agency
AND o.document IN (SELECT iri FROM document_facts WHERE place = :place) -- if place
GROUP BY o.document, o.iri, a.assignee, a.role, r.recurrence
ORDER BY o.document, o.iri, a.assignee, a.role, r.recurrence
