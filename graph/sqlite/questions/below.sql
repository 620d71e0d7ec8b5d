SELECT DISTINCT e.source_id
FROM json_each(:documents) AS d
CROSS JOIN edges AS e INDEXED BY edges_target ON e.target_id = d.value
WHERE +e.relation IN (SELECT value FROM json_each(:relations))
