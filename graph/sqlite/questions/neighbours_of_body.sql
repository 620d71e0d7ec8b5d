SELECT DISTINCT 0 AS outward, iif(p.role = 'lead', 'led_by', 'supported_by'), 'task' AS kind, i.id,
    d.key || '#' || i.path
FROM phrases AS p
CROSS JOIN items AS i ON i.id = p.item_id
CROSS JOIN documents AS d ON d.id = i.document_id
WHERE p.body_id = :number
UNION ALL
SELECT 0, 'issued_by', 'document', d.id, d.key
FROM documents AS d
WHERE d.issuer_id = :number
UNION ALL
SELECT 0, 'part_of', 'body', below.id, below.key
FROM bodies AS b CROSS JOIN bodies AS below ON below.parent = b.key
WHERE b.id = :number
UNION ALL
SELECT 1, 'part_of', 'body', above.id, above.key
FROM bodies AS b CROSS JOIN bodies AS above ON above.key = b.parent
WHERE b.id = :number
UNION ALL
SELECT 0, 'succeeded_by', 'body', before.id, before.key
FROM bodies AS b CROSS JOIN bodies AS before ON before.successor = b.key
WHERE b.id = :number
UNION ALL
SELECT 1, 'succeeded_by', 'body', after.id, after.key
FROM bodies AS b CROSS JOIN bodies AS after ON after.key = b.successor
WHERE b.id = :number
