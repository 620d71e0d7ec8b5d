CALL () {
    MATCH (i:Chidao)
    WHERE i.due_latest < date($day) AND i.kind IN ['task', 'assignment'] AND NOT i.done
        AND NOT i.changed
    RETURN count(i) AS total
}
CALL () {
    MATCH (d:Chidao:Document)
    WITH d ORDER BY d.key
    MATCH (d)<-[:PART_OF]-(i:Task)
    WHERE i.due_latest < date($day) AND i.kind IN ['task', 'assignment'] AND NOT i.done
        AND NOT i.changed
    RETURN i, d LIMIT 100
}
RETURN total, collect([
    i.key, i.text, d.key, d.title, i.path, i.kind, i.start, i.stop, toString(i.due_earliest),
    toString(i.due_latest), i.phrases, i.phrase_roles,
    COLLECT { MATCH (i)-[l:LED_BY]->(:Body) RETURN l.text },
    COLLECT { MATCH (i)-[s:SUPPORTED_BY]->(:Body) RETURN s.text },
    COLLECT { MATCH (i)-[:RECURS]->(r:Recurrence) RETURN r.rrule }
]) AS rows
