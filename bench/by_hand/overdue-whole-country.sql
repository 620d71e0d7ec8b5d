SELECT count(*)
FROM items AS i INDEXED BY items_due
WHERE i.due_latest < :day AND i.kind IN ('task', 'assignment') AND {{open}};
SELECT {{task}}
FROM documents AS d
CROSS JOIN items AS i INDEXED BY items_place ON i.document_id = d.id
WHERE i.due_latest < :day AND i.kind IN ('task', 'assignment') AND {{open}}
ORDER BY d.key, i.id LIMIT 100
