MATCH (d:Chidao {key: $plan})<-[:PART_OF]-(i:Task) WHERE i.kind IN ['task', 'assignment']
WITH i, d ORDER BY i.id
RETURN count(*) AS total, collect([
    i.key, i.text, d.key, d.title, i.path, i.kind, i.start, i.stop, toString(i.due_earliest),
    toString(i.due_latest), i.phrases, i.phrase_roles,
    COLLECT { MATCH (i)-[l:LED_BY]->(:Body) RETURN l.text },
    COLLECT { MATCH (i)-[s:SUPPORTED_BY]->(:Body) RETURN s.text },
    COLLECT { MATCH (i)-[:RECURS]->(r:Recurrence) RETURN r.rrule }
])[..100] AS rows
