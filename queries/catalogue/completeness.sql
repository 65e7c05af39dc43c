-- by parts
SELECT code, severity, SUM(count) AS count, document, SUBSTR(document, INSTR(document, '/id/vn/') + 7) AS documentLabel,
  node, MIN(w.vi) AS messageVi, MIN(w.en) AS messageEn
FROM findings f JOIN finding_words w ON w.id = f.words
WHERE TRUE
AND document = :doc -- if doc
AND code = :code -- if code
AND SUBSTR(severity, -LENGTH('#' || :severity)) = '#' || :severity -- if severity
GROUP BY severity, code, document, node
ORDER BY severity, code, document, node
