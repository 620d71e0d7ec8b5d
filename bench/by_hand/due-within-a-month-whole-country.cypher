// Which of the recurring ones fall due must be told elsewhere: all that may are given.
CALL () {
    MATCH (i:Chidao)
    WHERE date($day) <= i.due_latest <= date($month) AND i.kind IN ['task', 'assignment']
        AND NOT i.done AND NOT i.changed
    RETURN collect([toString(i.due_latest), i.id]) AS dated
}
CALL () {
    MATCH (r:Chidao:Recurrence)<-[:RECURS]-(i:Task)
    WHERE r.rrule IS NOT NULL AND (r.first_day IS NULL OR r.first_day <= date($month))
        AND (r.last_day IS NULL OR r.last_day >= date($day))
        AND i.kind IN ['task', 'assignment'] AND NOT i.done AND NOT i.changed
    RETURN collect([r.rule_bounds, i.id]) AS recurring
}
CALL () {
    MATCH (i:Chidao) WHERE date($day) <= i.due_latest <= date($month)
    WITH i ORDER BY i.due_latest LIMIT 100
    MATCH (i)-[:PART_OF]->(d:Document)
    RETURN collect([
    i.key, i.text, d.key, d.title, i.path, i.kind, i.start, i.stop, toString(i.due_earliest),
    toString(i.due_latest), i.phrases, i.phrase_roles,
    COLLECT { MATCH (i)-[l:LED_BY]->(:Body) RETURN l.text },
    COLLECT { MATCH (i)-[s:SUPPORTED_BY]->(:Body) RETURN s.text },
    COLLECT { MATCH (i)-[:RECURS]->(r:Recurrence) RETURN r.rrule }
]) AS rows
}
RETURN dated, recurring, rows
