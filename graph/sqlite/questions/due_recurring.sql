-- By the rule and the days that bound it, a list of all that come round by it.
SELECT r.rrule, r.first_day, r.last_day, json_group_array(i.id)
FROM recurrences AS r
CROSS JOIN items AS i ON i.id = r.item_id
WHERE r.rrule IS NOT NULL
    AND coalesce(r.first_day, '') <= :end AND coalesce(r.last_day, '~') >= :start
    AND i.kind IN (SELECT value FROM json_each(:kinds))
    AND (:bodies IS NULL OR i.id IN (
        SELECT p.item_id FROM phrases AS p
        WHERE p.body_id IN (SELECT value FROM json_each(:bodies))
    ))
    AND {{status}} = 'open'
GROUP BY r.rrule, r.first_day, r.last_day
