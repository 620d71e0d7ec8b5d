SELECT s.key, e.relation, t.key, s.date, t.date, s.authority, t.authority
FROM edges AS e
CROSS JOIN documents AS s ON s.id = e.source_id
CROSS JOIN documents AS t ON t.id = e.target_id
WHERE e.relation IN (SELECT value FROM json_each(:relations))
    AND (s.date IS NULL OR s.date <= :as_of)
