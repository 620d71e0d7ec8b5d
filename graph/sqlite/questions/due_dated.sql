SELECT i.due_latest, json_group_array(i.id)
FROM items AS i INDEXED BY items_due
WHERE i.due_latest BETWEEN :start AND :end
    AND i.kind IN (SELECT value FROM json_each(:kinds))
    AND (:bodies IS NULL OR i.id IN (
        SELECT p.item_id FROM phrases AS p
        WHERE p.body_id IN (SELECT value FROM json_each(:bodies))
    ))
    AND {{status}} = 'open'
GROUP BY i.due_latest
