// The state at the day asked of the task `i`, of which people said `said`, as
// graph.answer_types.State tells it. Most are open: that is looked at first.
CASE
    WHEN CASE
        WHEN said IS NOT NULL THEN said.status = 'open'
        WHEN i.done THEN coalesce(i.done_on > date($given.as_of), false)
        ELSE true
    END THEN CASE
        WHEN i.due_latest < date($given.as_of) THEN 'open-overdue'
        WHEN i.due_latest IS NOT NULL OR i.due_earliest IS NOT NULL THEN 'open-in-time'
        WHEN i.recurs THEN 'recurring'
        WHEN i.waits THEN 'waiting'
        ELSE 'undated'
    END
    WHEN said.status = 'cancelled' THEN 'cancelled'
    WHEN i.due_latest IS NULL
        OR coalesce(coalesce(said.on, i.done_on) <= i.due_latest, true) THEN 'done-on-time'
    ELSE 'done-late'
END
