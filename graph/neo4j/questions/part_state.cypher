// The state at the day asked of the task `i`, of which people said `said`, as
// graph.answer_types.State tells it.
CASE {{status}}
    WHEN 'cancelled' THEN 'cancelled'
    WHEN 'done' THEN CASE
        WHEN i.due_latest IS NULL
            OR coalesce(coalesce(said.on, i.done_on) <= i.due_latest, true) THEN 'done-on-time'
        ELSE 'done-late'
    END
    ELSE CASE
        WHEN i.due_latest < date($given.as_of) THEN 'open-overdue'
        WHEN i.due_latest IS NOT NULL OR i.due_earliest IS NOT NULL THEN 'open-in-time'
        WHEN i.recurs THEN 'recurring'
        WHEN i.waits THEN 'waiting'
        ELSE 'undated'
    END
END
