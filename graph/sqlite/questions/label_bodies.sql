SELECT b.id, b.key, b.name
FROM json_each(:numbers) AS n
CROSS JOIN bodies AS b ON b.id = n.value
