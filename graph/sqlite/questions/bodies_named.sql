-- The bodies of a key or name with all that are part of them; with their history also those that
-- came after and before them, by the day asked.
WITH RECURSIVE named (key) AS (
    SELECT b.key FROM bodies AS b WHERE b.key = :key AND b.key NOT LIKE '*/%'
    UNION
    SELECT b.key
    FROM body_names AS n
    CROSS JOIN bodies AS b ON b.id = n.body_id
    WHERE n.name IN (SELECT value FROM json_each(:names))
),
later (key) AS (
    SELECT key FROM named WHERE :history
    UNION
    SELECT b.successor
    FROM later
    CROSS JOIN bodies AS b ON b.key = later.key
    WHERE b.successor_date <= :as_of
),
earlier (key) AS (
    SELECT key FROM named WHERE :history
    UNION
    SELECT b.key
    FROM earlier
    CROSS JOIN bodies AS b ON b.successor = earlier.key
    WHERE b.successor_date <= :as_of AND b.key NOT LIKE '*/%'
),
part (key) AS (
    SELECT key FROM named
    UNION
    SELECT key FROM later
    UNION
    SELECT key FROM earlier
    UNION
    SELECT b.key
    FROM part
    CROSS JOIN bodies AS b ON b.parent = part.key
)
SELECT b.id FROM part CROSS JOIN bodies AS b ON b.key = part.key ORDER BY b.id
