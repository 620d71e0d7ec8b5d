SELECT d.id, d.title
FROM json_each(:documents) AS n
CROSS JOIN documents AS d ON d.id = n.value
