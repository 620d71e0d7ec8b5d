SELECT DISTINCT p.body_id, p.text
FROM items AS i
CROSS JOIN phrases AS p ON p.item_id = i.id
WHERE i.document_id = :document AND p.body_id IS NOT NULL
