-- The words of tasks, each with the key of its body where another came after that by the day asked.
SELECT p.item_id, p.role, p.text, (
    SELECT b.key FROM bodies AS b WHERE b.id = p.body_id AND b.successor_date <= :as_of
)
FROM json_each(:tasks) AS n
CROSS JOIN phrases AS p ON p.item_id = n.value
ORDER BY p.item_id, p.role, p.ordinal
