SELECT d.key, l.location, l.sha256, l.reader, l.length
FROM loaded AS l
CROSS JOIN documents AS d ON d.id = l.document_id
ORDER BY d.key
