-- Documents are walked over in the order of their keys until the page is full.
SELECT i.id
FROM documents AS d
CROSS JOIN items AS i INDEXED BY items_place ON i.document_id = d.id
WHERE {{filters}}
ORDER BY d.key, i.id
LIMIT :limit OFFSET :offset
