// What `Tasks` asks of a task `i` besides the documents that it implements.
i.kind IN $given.kinds
AND (NOT $given.overdue OR i.due_latest < date($given.as_of)) // spares the state of all others
AND ($given.bodies IS NULL OR EXISTS {
    MATCH (i)-[:LED_BY|SUPPORTED_BY]->(b:Body) WHERE b.id IN $given.bodies
})
AND (
    ($given.due_from IS NULL AND $given.due_to IS NULL)
    OR (
        i.due_latest IS NOT NULL
        AND ($given.due_from IS NULL OR i.due_latest >= date($given.due_from))
        AND ($given.due_to IS NULL OR i.due_latest <= date($given.due_to))
    )
    OR (i.recurs AND EXISTS {
        MATCH (i)-[:RECURS]->(r:Recurrence) WHERE r.rule_bounds IN $given.occurring
    })
)
WITH i, CASE WHEN $given.states IS NOT NULL THEN {{said}} END AS said
WHERE $given.states IS NULL OR {{state}} IN $given.states
