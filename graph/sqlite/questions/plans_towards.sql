SELECT a.document_id
FROM json_each(:documents) AS d
CROSS JOIN aims AS a INDEXED BY aims_target ON a.target_id = d.value
WHERE +a.relation IN (SELECT value FROM json_each(:relations))
