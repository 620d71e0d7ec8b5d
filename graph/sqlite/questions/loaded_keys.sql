SELECT d.key
FROM documents AS d
CROSS JOIN loaded AS l ON l.document_id = d.id
ORDER BY d.key
