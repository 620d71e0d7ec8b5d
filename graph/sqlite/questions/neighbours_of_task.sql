SELECT 1 AS outward, t.relation, 'document' AS kind, d.id, d.key
FROM (
    SELECT DISTINCT relation, target_id FROM targets
    WHERE document_id = :number >> 24 AND item_id = :number AND target_id IS NOT NULL
) AS t
CROSS JOIN documents AS d ON d.id = t.target_id
UNION ALL
SELECT 1, 'part_of', 'document', d.id, d.key
FROM documents AS d
WHERE d.id = :number >> 24
UNION ALL
SELECT 1, 'part_of', 'task', above.id, d.key || '#' || above.path
FROM items AS i
CROSS JOIN items AS above ON above.document_id = i.document_id AND above.path = i.parent
CROSS JOIN documents AS d ON d.id = i.document_id
WHERE i.id = :number
UNION ALL
SELECT 0, 'part_of', 'task', below.id, d.key || '#' || below.path
FROM items AS i
CROSS JOIN items AS below ON below.document_id = i.document_id AND below.parent = i.path
CROSS JOIN documents AS d ON d.id = i.document_id
WHERE i.id = :number
UNION ALL
SELECT DISTINCT 1, iif(p.role = 'lead', 'led_by', 'supported_by'), 'body', b.id, b.key
FROM phrases AS p CROSS JOIN bodies AS b ON b.id = p.body_id
WHERE p.item_id = :number
