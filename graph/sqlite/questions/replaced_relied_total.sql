SELECT count(*)
FROM (SELECT DISTINCT target_id FROM edges WHERE relation = 'replaces') AS replaced
CROSS JOIN documents AS r ON r.id = replaced.target_id
CROSS JOIN citations AS c ON c.meaning_id = r.id
CROSS JOIN loaded AS l ON l.document_id = c.document_id
LEFT JOIN mentions AS m ON m.document_id = c.document_id AND m.citation = c.name
WHERE NOT EXISTS (
    SELECT 1 FROM edges AS own
    WHERE own.source_id = c.document_id AND own.relation = 'replaces' AND own.target_id = r.id
)
AND EXISTS (
    SELECT 1
    FROM edges AS e
    CROSS JOIN documents AS s ON s.id = e.source_id
    WHERE e.target_id = r.id AND e.relation = 'replaces' AND s.date <= :as_of
        AND s.date < coalesce(l.date, l.period_from, m.by_day)
)
