-- The bodies of a key or name with all that are part of them.
WITH RECURSIVE part (id, key) AS (
    SELECT b.id, b.key FROM bodies AS b WHERE b.key = :key AND b.key NOT LIKE '*/%'
    UNION
    SELECT b.id, b.key
    FROM body_names AS n
    CROSS JOIN bodies AS b ON b.id = n.body_id
    WHERE n.name IN (SELECT value FROM json_each(:names))
    UNION
    SELECT b.id, b.key
    FROM part
    CROSS JOIN bodies AS b ON b.parent = part.key
)
SELECT id FROM part ORDER BY id
