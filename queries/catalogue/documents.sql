-- one: date place presence
SELECT d.subject AS document,
  (SELECT MIN(value) FROM statements WHERE property = 'class' AND subject = d.subject AND value <> 'Document') AS type,
  (SELECT MIN(date) FROM document_facts WHERE iri = d.subject) AS date, i.issuer AS issuer, p.place AS place,
  (SELECT MAX(presence) FROM document_facts WHERE iri = d.subject) AS presence
FROM statements d
LEFT JOIN document_facts p ON p.iri = d.subject AND p.place IS NOT NULL
LEFT JOIN issuers i ON i.document = d.subject
WHERE d.property = 'class' AND d.value = 'Document'
AND EXISTS (SELECT 1 FROM statements s WHERE s.property = 'class' AND s.subject = d.subject AND s.value = :type) -- if type
AND EXISTS (SELECT 1 FROM document_facts f WHERE f.iri = d.subject AND f.presence = :presence) -- if presence
AND p.place = :place -- if place
GROUP BY d.subject, i.issuer, p.place
ORDER BY date DESC, d.subject, i.issuer, p.place
