// What `Tasks` asks of a task `i` besides the documents that it implements.
i.kind IN $kinds
AND (NOT $overdue OR i.due_latest < date($as_of)) // spares the state of all others
AND ($bodies IS NULL OR EXISTS {
    MATCH (i)-[:LED_BY|SUPPORTED_BY]->(b:Body) WHERE b.id IN $bodies
})
AND (
    ($due_from IS NULL AND $due_to IS NULL)
    OR (
        i.due_latest IS NOT NULL
        AND ($due_from IS NULL OR i.due_latest >= date($due_from))
        AND ($due_to IS NULL OR i.due_latest <= date($due_to))
    )
    OR (i.recurs AND EXISTS {
        MATCH (i)-[:RECURS]->(r:Recurrence) WHERE r.rule_bounds IN $occurring
    })
)
WITH i, CASE WHEN $states IS NOT NULL THEN {{said}} END AS said
WHERE $states IS NULL OR {{state}} IN $states
