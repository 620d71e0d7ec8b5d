SELECT d.key, c.name, substr(x.text, c.start + 1, c.stop - c.start), c.start, c.stop, c.status,
    c.method, m.key, (
        SELECT s.key FROM edges AS e CROSS JOIN documents AS s ON s.id = e.source_id
        WHERE e.target_id = m.id AND e.relation = 'replaces' AND coalesce(s.date, '') <= :day
        ORDER BY s.date IS NULL, s.date, s.key LIMIT 1
    )
FROM documents AS m
CROSS JOIN citations AS c ON c.meaning_id = m.id
CROSS JOIN documents AS d ON d.id = c.document_id
CROSS JOIN texts AS x ON x.document_id = c.document_id
WHERE m.key = :document
ORDER BY d.key, c.start, c.ordinal
