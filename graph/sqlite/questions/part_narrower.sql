-- Whether the task `i` is of the bodies and of the days asked. That none are is told but once.
CASE WHEN (SELECT :bodies IS NULL AND :due_from IS NULL AND :due_to IS NULL) THEN TRUE ELSE
    (:bodies IS NULL OR i.id IN (
        SELECT p.item_id FROM phrases AS p
        WHERE p.body_id IN (SELECT value FROM json_each(:bodies))
    ))
    AND (
        (:due_from IS NULL AND :due_to IS NULL)
        OR (i.due_latest >= coalesce(:due_from, '') AND i.due_latest <= coalesce(:due_to, '~'))
        OR (i.recurs AND EXISTS (
            SELECT 1 FROM recurrences AS r
            WHERE r.item_id = i.id AND r.rrule IS NOT NULL
                AND occurs(r.rrule, r.first_day, r.last_day, :due_from, :due_to)
        ))
    )
END
