{{its_bodies}}
SELECT count(*)
FROM (
    SELECT DISTINCT p.item_id
    FROM part CROSS JOIN phrases AS p INDEXED BY phrases_body ON p.body_id = part.id
) AS one
CROSS JOIN items AS i ON i.id = one.item_id
WHERE i.kind IN ('task', 'assignment');
{{its_bodies}}
SELECT {{task}}
FROM documents AS d
CROSS JOIN items AS i INDEXED BY items_place ON i.document_id = d.id
WHERE i.kind IN ('task', 'assignment') AND EXISTS (
    SELECT 1 FROM phrases AS p WHERE p.item_id = i.id AND p.body_id IN (SELECT id FROM part)
)
ORDER BY d.key, i.id LIMIT 100
