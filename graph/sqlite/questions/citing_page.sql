SELECT d.key, c.name, c.document_id, c.start, c.stop, NULL, c.status, c.method, :key, (
    SELECT s.key
    FROM edges AS e
    CROSS JOIN documents AS s ON s.id = e.source_id
    WHERE e.target_id = c.meaning_id AND e.relation = 'replaces'
        AND coalesce(s.date, '') <= :as_of
    ORDER BY s.date IS NULL, s.date, s.key LIMIT 1
)
FROM citations AS c
CROSS JOIN documents AS d ON d.id = c.document_id
WHERE c.meaning_id = :document
ORDER BY d.key, c.start, c.ordinal
LIMIT :limit OFFSET :offset
