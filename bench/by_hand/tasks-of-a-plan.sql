SELECT {{task}}
FROM documents AS d
CROSS JOIN items AS i INDEXED BY items_place ON i.document_id = d.id
WHERE d.key = :plan AND i.kind IN ('task', 'assignment')
ORDER BY i.id
