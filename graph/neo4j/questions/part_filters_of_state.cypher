// What `Tasks` asks of a task `i` where it asks for neither bodies nor days: the same as `filters`,
// with less to plan and to look at.
i.kind IN $given.kinds
AND CASE
    WHEN $given.states IS NULL THEN true
    WHEN NOT $given.overdue THEN any(said IN [{{said}}] WHERE {{state}} IN $given.states)
    WHEN i.due_latest < date($given.as_of) THEN {{open}}
    ELSE false
END
