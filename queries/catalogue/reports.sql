-- one: statedIn place assignee via recurrence anchorStated dueDate
WITH RECURSIVE bodies (iri) AS (
  SELECT value FROM JSON_EACH(:agency) UNION
  SELECT s.subject FROM statements s JOIN bodies b ON s.property = 'succeededBy' AND s.value = b.iri
), reporters (iri) AS (
  SELECT iri FROM bodies UNION
  SELECT s.subject FROM statements s JOIN bodies b ON s.property IN ('postIn', 'member') AND s.value = b.iri
), offices (iri) AS (
  SELECT value FROM JSON_EACH(:recipient) UNION
  SELECT s.subject FROM statements s JOIN offices o ON s.property = 'succeededBy' AND s.value = o.iri
), recipients (iri) AS (
  SELECT iri FROM offices UNION
  SELECT s.subject FROM statements s JOIN offices o ON s.property = 'postIn' AND s.value = o.iri
), dated (duty, due_text, due_date) AS (
  SELECT DISTINCT o.iri, t.due_text, t.due_date FROM obligations o
  JOIN assignments own ON own.obligation = o.iri JOIN assignments shared ON shared.node = own.node
  JOIN deadlines t ON t.obligation = shared.obligation AND t.due_text IS NOT NULL
  WHERE o.kind = 'ReportingDuty'
)
SELECT o.iri AS duty, MIN(o.summary) AS summary, a.assignee AS reporter, r.recipient AS recipient,
  r.via AS via, MIN(o.recurrence) AS recurrence, MIN(o.anchor_stated) AS anchorStated,
  MIN(t.due_text) AS dueText, CASE WHEN COUNT(t.due_date) = COUNT(*) THEN MIN(t.due_date) END AS dueDate,
  o.document AS document
FROM obligations o
LEFT JOIN assignments a ON a.obligation = o.iri AND a.assignee IS NOT NULL
LEFT JOIN reports r ON r.duty = o.iri
LEFT JOIN dated t ON t.duty = o.iri
WHERE o.kind = 'ReportingDuty' AND o.document <> ''
AND a.assignee IN (SELECT iri FROM reporters) -- if agency
AND r.recipient IN (SELECT iri FROM recipients) -- if recipient
AND o.document IN (SELECT iri FROM document_facts WHERE place = :place) -- if place
GROUP BY o.document, o.iri, a.assignee, r.recipient, r.via
ORDER BY o.document, o.iri, a.assignee, r.recipient, r.via
