// What `Tasks` asks of a task `i` besides the documents that it implements. Each CASE is left as
// soon as it is decided; the planner would take AND and OR apart, and follow every branch.
i.kind IN $given.kinds
AND (NOT $given.overdue OR i.due_latest < date($given.as_of))
AND CASE WHEN $given.bodies IS NULL THEN true ELSE EXISTS {
    MATCH (i)-[:LED_BY|SUPPORTED_BY]->(b:Body) WHERE b.id IN $given.bodies
} END
AND {{window}}
WITH i, CASE WHEN $given.states IS NOT NULL THEN {{said}} END AS said
WHERE CASE
    WHEN $given.states IS NULL THEN true
    WHEN $given.overdue THEN {{status}} = 'open'
    ELSE {{state}} IN $given.states
END
