SELECT * FROM (
    SELECT d.key, c.name, c.document_id, c.start, c.stop, NULL, c.status, c.method, r.key, (
        SELECT s.key
        FROM edges AS e
        CROSS JOIN documents AS s ON s.id = e.source_id
        WHERE e.target_id = r.id AND e.relation = 'replaces' AND s.date <= :as_of
            AND s.date < coalesce(l.date, l.period_from, m.by_day)
        ORDER BY s.date, s.key LIMIT 1
    ) AS successor
    FROM (SELECT DISTINCT target_id FROM edges WHERE relation = 'replaces') AS replaced
    CROSS JOIN documents AS r ON r.id = replaced.target_id
    CROSS JOIN citations AS c ON c.meaning_id = r.id
    CROSS JOIN documents AS d ON d.id = c.document_id
    CROSS JOIN loaded AS l ON l.document_id = d.id
    LEFT JOIN mentions AS m ON m.document_id = c.document_id AND m.citation = c.name
    WHERE NOT EXISTS (
        SELECT 1 FROM edges AS own
        WHERE own.source_id = d.id AND own.relation = 'replaces' AND own.target_id = r.id
    )
    ORDER BY d.key, c.start, c.ordinal
)
WHERE successor IS NOT NULL
LIMIT :limit OFFSET :offset
