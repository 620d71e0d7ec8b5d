WITH RECURSIVE reached (id) AS (
    SELECT :document
    UNION
    SELECT e.target_id FROM reached AS r CROSS JOIN edges AS e ON e.source_id = r.id
    WHERE e.relation IN (SELECT value FROM json_each(:relations))
)
SELECT e.source_id, e.relation, e.target_id, d.key
FROM reached AS r
CROSS JOIN edges AS e ON e.source_id = r.id
CROSS JOIN documents AS d ON d.id = e.target_id
WHERE e.relation IN (SELECT value FROM json_each(:relations))
