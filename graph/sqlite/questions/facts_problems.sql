SELECT code, message, start, stop
FROM problems
WHERE document_id = :document
ORDER BY ordinal
