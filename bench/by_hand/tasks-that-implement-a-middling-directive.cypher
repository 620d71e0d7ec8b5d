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
    },
    [e IN relationships(chain) | [type(e), e.document, e.start, e.stop, e.quote]]
]) AS rows
