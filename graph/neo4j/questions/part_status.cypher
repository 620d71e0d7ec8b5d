// Whether the task `i`, of which people said `said`, is open, done or cancelled at the day asked.
CASE
    WHEN said IS NOT NULL THEN said.status
    WHEN i.done AND coalesce(i.done_on <= date($given.as_of), true) THEN 'done'
    ELSE 'open'
END
