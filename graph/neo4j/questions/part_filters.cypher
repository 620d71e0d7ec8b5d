// What `Tasks` asks of a task `i` besides the documents that it implements. Each CASE is left as
// soon as it is decided; the planner would take AND and OR apart, and follow every branch.
i.kind IN $given.kinds
AND CASE
    WHEN $given.bodies IS NULL AND $given.states IS NULL AND $given.due_from IS NULL
        AND $given.due_to IS NULL THEN true
    WHEN $given.overdue AND coalesce(i.due_latest >= date($given.as_of), true) THEN false
    WHEN CASE WHEN $given.bodies IS NULL THEN true ELSE EXISTS {
        MATCH (i)-[:LED_BY|SUPPORTED_BY]->(b:Body) WHERE b.id IN $given.bodies
    } END AND {{window}} THEN CASE
        WHEN $given.states IS NULL THEN true
        WHEN $given.overdue THEN {{open}}
        ELSE any(said IN [{{said}}] WHERE {{state}} IN $given.states)
    END
    ELSE false
END
