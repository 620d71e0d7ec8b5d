MATCH (d:Chidao {key: $plan})<-[:PART_OF]-(i:Task) WHERE i.kind IN ['task', 'assignment']
WITH i, d ORDER BY i.id
RETURN count(*) AS total, collect([
    i.key, i.text, d.key, d.title, d.number, d.symbol, i.path, i.kind, i.start, i.stop, i.rule,
    toString(i.due_earliest), toString(i.due_latest), i.phrases, i.phrase_roles,
    CASE
        WHEN i.changed THEN head(COLLECT {
            MATCH (i)<-[:CHANGES]-(s:StatusChange) WHERE s.on <= date($day)
            RETURN [s.status, s.on <= i.due_latest]
            ORDER BY s.at DESC, s.on DESC, s.status, s.by, s.note LIMIT 1
        })
        WHEN i.done AND coalesce(i.done_on <= date($day), true)
            THEN ['done', coalesce(i.done_on <= i.due_latest, true)]
        WHEN i.due_latest < date($day) THEN ['open-overdue']
        WHEN i.due_latest IS NOT NULL OR i.due_earliest IS NOT NULL THEN ['open-in-time']
        WHEN i.recurs THEN ['recurring']
        WHEN i.waits THEN ['waiting']
        ELSE ['undated']
    END,
    COLLECT {
        MATCH (i)-[p:LED_BY|SUPPORTED_BY]->(b:Body)
        RETURN [type(p), p.text, CASE WHEN b.successor_date <= date($day) THEN b.key END]
        ORDER BY type(p), p.ordinal
    },
    COLLECT {
        MATCH (i)-[:RECURS]->(r:Recurrence)
        RETURN [r.frequency, r.rrule, toString(r.first_day), toString(r.last_day), r.text]
        ORDER BY r.ordinal
    }
])[..100] AS rows
