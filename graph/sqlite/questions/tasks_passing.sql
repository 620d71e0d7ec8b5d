SELECT i.id
FROM json_each(:tasks) AS t
CROSS JOIN items AS i ON i.id = t.value
WHERE {{filters}}
ORDER BY i.id
