SELECT t.document_id, t.text
FROM json_each(:documents) AS n
CROSS JOIN texts AS t ON t.document_id = n.value
