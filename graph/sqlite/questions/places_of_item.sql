SELECT d.key, i.document_id, i.start, i.stop, i.rule, NULL
FROM items AS i
CROSS JOIN documents AS d ON d.id = i.document_id
WHERE i.id = :source
