SELECT 1 AS outward, e.relation, 'document' AS kind, d.id, d.key
FROM edges AS e CROSS JOIN documents AS d ON d.id = e.target_id
WHERE e.source_id = :number
UNION ALL
SELECT 0, e.relation, 'document', d.id, d.key
FROM edges AS e CROSS JOIN documents AS d ON d.id = e.source_id
WHERE e.target_id = :number
UNION ALL
SELECT 1, 'cites', 'document', d.id, d.key
FROM ({{cites}}) AS e CROSS JOIN documents AS d ON d.id = e.target_id
WHERE e.source_id = :number
UNION ALL
SELECT 0, 'cites', 'document', d.id, d.key
FROM ({{cites}}) AS e CROSS JOIN documents AS d ON d.id = e.source_id
WHERE e.target_id = :number
UNION ALL
SELECT 0, t.relation, 'task', i.id, d.key || '#' || i.path
FROM (SELECT DISTINCT relation, item_id FROM targets WHERE target_id = :number) AS t
CROSS JOIN items AS i ON i.id = t.item_id
CROSS JOIN documents AS d ON d.id = i.document_id
UNION ALL
SELECT 0, 'part_of', 'task', i.id, d.key || '#' || i.path
FROM items AS i CROSS JOIN documents AS d ON d.id = i.document_id
WHERE i.document_id = :number
UNION ALL
SELECT 1, 'issued_by', 'body', b.id, b.key
FROM documents AS d CROSS JOIN bodies AS b ON b.id = d.issuer_id
WHERE d.id = :number
