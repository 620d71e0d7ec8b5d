SELECT i.id, d.key, i.path, i.text, i.due_latest
FROM json_each(:numbers) AS n
CROSS JOIN items AS i ON i.id = n.value
CROSS JOIN documents AS d ON d.id = i.document_id
