-- one: statedIn place evidence
WITH tasks AS (
  SELECT o.iri, o.summary, o.document, o.quote,
    EXISTS (SELECT 1 FROM assignments a WHERE a.obligation = o.iri AND a.assignee IS NOT NULL) AS assigned,
    o.recurrence IS NOT NULL OR EXISTS (SELECT 1 FROM deadlines t WHERE t.obligation = o.iri) AS dated
  FROM obligations o
  WHERE o.document <> '' AND INSTR(o.iri, '/report/') = 0
  AND o.document = :doc -- if doc
  AND o.document IN (SELECT iri FROM document_facts WHERE place = :place) -- if place
)
SELECT iri AS obligation, MIN(summary) AS summary,
  CASE WHEN assigned THEN 'deadline' WHEN dated THEN 'assignee' ELSE 'both' END AS lacks, document, MIN(quote) AS quote
FROM tasks WHERE NOT assigned OR NOT dated
GROUP BY document, iri, lacks ORDER BY document, iri
