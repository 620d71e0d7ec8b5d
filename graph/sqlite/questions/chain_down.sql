WITH RECURSIVE reached (id) AS (
    SELECT :document
    UNION
    SELECT e.source_id FROM reached AS r CROSS JOIN edges AS e ON e.target_id = r.id
    WHERE e.relation IN (SELECT value FROM json_each(:relations))
)
SELECT e.target_id, e.relation, e.source_id, d.key
FROM reached AS r
CROSS JOIN edges AS e ON e.target_id = r.id
CROSS JOIN documents AS d ON d.id = e.source_id
WHERE e.relation IN (SELECT value FROM json_each(:relations))
