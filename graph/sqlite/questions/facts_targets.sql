SELECT item_id, citation, relation, text, start, stop, rule
FROM targets
WHERE document_id = :document
ORDER BY item_id, ordinal
