SELECT source, relation, target, start, stop, rule
FROM links
WHERE document_id = :document
ORDER BY ordinal
