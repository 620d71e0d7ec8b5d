-- The bodies that answer by the day asked for those of some keys, where others came after them.
WITH RECURSIVE after (first, key) AS (
    SELECT value, value FROM json_each(:keys)
    UNION
    SELECT after.first, b.successor
    FROM after
    CROSS JOIN bodies AS b ON b.key = after.key
    WHERE b.successor_date <= :as_of
)
SELECT after.first, b.key, b.name, b.jurisdiction
FROM after
CROSS JOIN bodies AS b ON b.key = after.key
WHERE after.first <> after.key
    AND (b.successor IS NULL OR b.successor_date IS NULL OR b.successor_date > :as_of)
