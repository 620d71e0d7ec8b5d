FROM (SELECT DISTINCT target_id FROM edges WHERE relation = 'replaces') AS replaced
CROSS JOIN documents AS r ON r.id = replaced.target_id
CROSS JOIN citations AS c ON c.meaning_id = r.id
CROSS JOIN documents AS d ON d.id = c.document_id
CROSS JOIN loaded AS l ON l.document_id = d.id
LEFT JOIN mentions AS m ON m.document_id = c.document_id AND m.citation = c.name
WHERE EXISTS ({{succeeded}})
AND NOT EXISTS (
    SELECT 1 FROM edges AS own
    WHERE own.source_id = d.id AND own.relation = 'replaces' AND own.target_id = r.id
)
