SELECT p.item_id, p.role, p.text, p.start, p.stop, p.rule
FROM items AS i
CROSS JOIN phrases AS p ON p.item_id = i.id
WHERE i.document_id = :document
ORDER BY p.item_id, p.role, p.ordinal
