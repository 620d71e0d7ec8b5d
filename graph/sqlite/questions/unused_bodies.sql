SELECT b.id, b.words, b.parent, b.successor
FROM json_each(:numbers) AS n
CROSS JOIN bodies AS b ON b.id = n.value
WHERE NOT b.registered
    AND NOT EXISTS (SELECT 1 FROM phrases WHERE body_id = b.id)
    AND NOT EXISTS (SELECT 1 FROM documents WHERE issuer_id = b.id)
    AND NOT EXISTS (SELECT 1 FROM bodies WHERE parent = b.key)
    AND NOT EXISTS (SELECT 1 FROM bodies WHERE successor = b.key)
