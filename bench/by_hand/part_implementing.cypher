// What a task's own words say goes before the title of its plan, however long the way from there.
MATCH (x:Chidao {key: $document})
CALL (x) {
    MATCH way = (d:Document)-[:IMPLEMENTS|CONTINUES|GUIDES]->{0,8}(x)
    RETURN d, min(length(way)) AS far
}
CALL (d, far) {
    MATCH (d)<-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS]-(i:Task)
    RETURN i, far + 1 AS hops
    UNION ALL
    MATCH (d)<-[a:AIMS_AT]-(:Document)<-[:PART_OF]-(i:Task)
    WHERE a.relation IN ['implements', 'continues', 'guides', 'reviews', 'monitors']
    RETURN i, far + 1000 AS hops
}
WITH x, i, min(hops) AS hops WHERE i.kind IN ['task', 'assignment']
MATCH (i)-[:PART_OF]->(d:Document)
WITH x, i, d, hops > 999 AS by_plan, CASE WHEN hops > 999 THEN hops - 998 ELSE hops END AS hops
ORDER BY hops, d.key, i.id
WITH x, collect({i: i, d: d, by_plan: by_plan}) AS found
WITH x, size(found) AS total, found[..100] AS page
UNWIND page AS one
WITH x, total, one.i AS i, one.d AS d, one.by_plan AS by_plan
CALL (x, i, d, by_plan) {
    WITH CASE WHEN by_plan THEN d ELSE i END AS start, x, i, d, by_plan
    MATCH chain = SHORTEST 1
        (start)-[:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|AIMS_AT]->+(x)
    RETURN [n IN nodes(chain) | CASE WHEN n:Task THEN d.key + '#' + n.path ELSE n.key END] AS ends,
        relationships(chain) AS ties
}
RETURN total, collect({{task}} + [CASE WHEN by_plan
    THEN [[d.key + '#' + i.path, 'part_of', d.key, i.text, d.key, i.start, i.stop, i.rule]]
    ELSE []
END + [
    n IN range(0, size(ties) - 1) | [
        ends[n], coalesce(ties[n].relation, toLower(type(ties[n]))), ends[n + 1]
    ] + CASE WHEN ties[n].document = d.key THEN [
        ties[n].quote, ties[n].document, ties[n].start, ties[n].stop, ties[n].rule
    ] ELSE coalesce(head(COLLECT {
        MATCH (e:Chidao {told_by: d.id})
        WHERE e.edge = toString(startNode(ties[n]).id) + ' ' + toLower(type(ties[n])) + ' '
            + toString(endNode(ties[n]).id)
        RETURN [e.words, e.document, e.start, e.stop, e.rule]
        ORDER BY e.start, e.stop, e.rule LIMIT 1
    }), [ties[n].quote, ties[n].document, ties[n].start, ties[n].stop, ties[n].rule]) END
]]) AS rows
