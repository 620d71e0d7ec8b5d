SELECT p.item_id, p.role, p.text
FROM json_each(:tasks) AS n
CROSS JOIN phrases AS p ON p.item_id = n.value
ORDER BY p.item_id, p.role, p.ordinal
