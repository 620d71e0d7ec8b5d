SELECT b.id, b.key, b.name
FROM json_each(:keys) AS n
CROSS JOIN bodies AS b ON b.key = n.value
WHERE b.words <> ''
