SELECT t.item_id
FROM json_each(:documents) AS d
CROSS JOIN targets AS t INDEXED BY targets_target ON t.target_id = d.value
WHERE +t.relation IN (SELECT value FROM json_each(:relations))
    AND +t.kind IN (SELECT value FROM json_each(:kinds))
