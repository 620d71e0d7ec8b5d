SELECT d.id, d.key, d.type, d.number, d.symbol, d.date, d.title
FROM json_each(:numbers) AS n
CROSS JOIN documents AS d ON d.id = n.value
