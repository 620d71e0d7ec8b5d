// What comes round of the task `i`.
COLLECT {
    MATCH (i)-[:RECURS]->(r:Recurrence)
    RETURN [i.id, r.frequency, r.rrule, toString(r.first_day), toString(r.last_day), r.text]
        AS recurrence
    ORDER BY r.ordinal
}
