SELECT e.target_id, e.relation, e.source_id, d.key
FROM json_each(:documents) AS n
CROSS JOIN edges AS e ON e.target_id = n.value
CROSS JOIN documents AS d ON d.id = e.source_id
WHERE e.relation IN (SELECT value FROM json_each(:relations))
