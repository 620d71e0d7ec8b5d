SELECT citation, relation, text, start, stop, rule
FROM aims
WHERE document_id = :document
ORDER BY ordinal
