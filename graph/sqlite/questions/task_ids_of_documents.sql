SELECT i.document_id, i.id
FROM json_each(:documents) AS d
CROSS JOIN items AS i INDEXED BY items_place ON i.document_id = d.value
WHERE {{filters}}
ORDER BY i.id
