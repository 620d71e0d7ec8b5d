MATCH (x:Chidao {key: $document})
CALL (x) {
    MATCH way = (d:Document)-[:IMPLEMENTS|CONTINUES|GUIDES]->{0,8}(x)
    RETURN d, min(length(way)) AS far
}
CALL (d, far) {
    MATCH (d)<-[e:IMPLEMENTS|CONTINUES|REVIEWS|MONITORS]-(i:Task)
    RETURN i, far + 1 AS hops
    UNION ALL
    MATCH (d)<-[:AIMS_AT]-(:Document)<-[:PART_OF]-(i:Task)
    RETURN i, far + 2 AS hops
}
WITH x, i, min(hops) AS hops WHERE i.kind IN ['task', 'assignment']
MATCH (i)-[:PART_OF]->(d:Document)
WITH x, i, d, hops ORDER BY hops, d.key, i.id
WITH x, collect({i: i, d: d}) AS found
WITH x, size(found) AS total, found[..100] AS page
UNWIND page AS one
WITH x, total, one.i AS i, one.d AS d
MATCH chain = SHORTEST 1 (i)-[:PART_OF|IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|AIMS_AT]->+(x)
RETURN total, collect([
    i.key, i.text, d.key, d.title, i.path, i.kind, i.start, i.stop, toString(i.due_earliest),
    toString(i.due_latest), i.phrases, i.phrase_roles,
    COLLECT { MATCH (i)-[l:LED_BY]->(:Body) RETURN l.text },
    COLLECT { MATCH (i)-[s:SUPPORTED_BY]->(:Body) RETURN s.text },
    COLLECT { MATCH (i)-[:RECURS]->(r:Recurrence) RETURN r.rrule },
    [e IN relationships(chain) | [type(e), e.document, e.start, e.stop, e.quote]]
]) AS rows
