// Whether the task `i` is due, or comes round, between the days asked, if any are.
CASE
    WHEN $given.due_from IS NULL AND $given.due_to IS NULL THEN true
    WHEN i.due_latest >= coalesce(date($given.due_from), i.due_latest)
        AND i.due_latest <= coalesce(date($given.due_to), i.due_latest) THEN true
    WHEN i.recurs THEN EXISTS {
        MATCH (i)-[:RECURS]->(r:Recurrence) WHERE r.rule_bounds IN $given.occurring
    }
    ELSE false
END
