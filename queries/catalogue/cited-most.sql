-- one: citedWork statedIn date presence rank
SELECT c.cited AS document, COUNT(DISTINCT c.iri) AS citations, COUNT(DISTINCT c.document) AS documents,
  (SELECT MAX(f.presence) FROM document_facts f WHERE f.iri = c.cited) AS presence
FROM citations c
WHERE c.cited IS NOT NULL AND c.document <> ''
AND EXISTS (SELECT 1 FROM document_facts f WHERE f.iri = c.document AND f.date >= :since) -- if since
GROUP BY c.cited HAVING TRUE
AND EXISTS (SELECT 1 FROM statements s WHERE s.property = 'class' AND s.subject = c.cited AND s.value = :type) -- if type
AND EXISTS (SELECT 1 FROM issuers i JOIN names n ON n.iri = i.issuer WHERE i.document = c.cited AND n.rank = :rank) -- if rank
ORDER BY citations DESC, document
