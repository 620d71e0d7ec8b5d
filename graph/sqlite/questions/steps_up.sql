SELECT e.source_id, e.relation, e.target_id, d.key
FROM json_each(:documents) AS n
CROSS JOIN edges AS e ON e.source_id = n.value
CROSS JOIN documents AS d ON d.id = e.target_id
WHERE e.relation IN (SELECT value FROM json_each(:relations))
