SELECT id, name, kind, path, parent, start, stop, rule, due_earliest, due_latest
FROM items
WHERE document_id = :document
ORDER BY id
