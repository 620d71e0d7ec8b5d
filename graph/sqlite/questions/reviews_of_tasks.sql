-- Tasks that review a document of a known day, open and without a last day of their own.
SELECT t.text, i.id, x.id, x.key, x.date
FROM targets AS t
CROSS JOIN items AS i ON i.id = t.item_id
CROSS JOIN documents AS x ON x.id = t.target_id
WHERE t.relation = 'reviews' AND x.date IS NOT NULL AND i.due_latest IS NULL
    AND i.kind IN (SELECT value FROM json_each(:kinds))
    AND (:bodies IS NULL OR i.id IN (
        SELECT p.item_id FROM phrases AS p
        WHERE p.body_id IN (SELECT value FROM json_each(:bodies))
    ))
    AND {{state}} NOT IN ('done-on-time', 'done-late', 'cancelled')
