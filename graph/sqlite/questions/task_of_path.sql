SELECT id FROM items
WHERE document_id = :document AND path = :path
ORDER BY id LIMIT 1
