// Of all documents that lead to the one asked, by their distance: the tasks and the plans.
MATCH (x:Chidao&Document {key: $given.key})
MATCH way = (x)<-[:IMPLEMENTS|CONTINUES|GUIDES*0..]-(d:Document)
WHERE all(n IN nodes(way) WHERE n:Document)
WITH d, min(length(way)) AS far
WITH far, d ORDER BY far, d.id
WITH far, collect(d) AS level
WITH collect(level) AS levels
UNWIND range(0, size(levels) - 1) AS far
WITH levels[far] AS level, coalesce(levels[far + 1], []) AS next
CALL (level) {
    UNWIND level AS d
    MATCH (d)<-[e:{{relations}}|AIMS_AT]-(o:Document|Task)
    WHERE CASE
        WHEN o:Document THEN e.relation IN $given.relations AND type(e) = 'AIMS_AT'
        ELSE o.kind IN $given.kinds AND toLower(type(e)) IN $given.relations
    END
    RETURN collect(CASE WHEN o:Task THEN o END) AS tasks,
        collect(CASE WHEN o:Document THEN o END) AS plans
}
WITH collect([{all: [d IN level | d.id]}, [d IN next | [d.id]], tasks, plans]) AS ways
CALL (ways) {
    UNWIND range(0, size(ways) - 1) AS far
    UNWIND ways[far][3] AS d
    WITH d, min(far) AS far
    CALL (d) {
        MATCH (d)<-[:PART_OF]-(i:Task)
        WHERE {{filters}}
        RETURN count(*) AS many
    }
    WITH d, far, many ORDER BY far, d.key
    RETURN collect(d) AS plans,
        collect(CASE WHEN many > 0 THEN {d: d, far: far, many: many} END) AS counts
}
// The tasks of so many plans as fill the page, if none gets there by its own words.
WITH ways, plans, counts, reduce(first = [0, []], count IN counts | CASE
    WHEN first[0] >= $given.offset + $given.limit THEN first
    ELSE [first[0] + count.many, first[1] + [count]]
END)[1] AS first
CALL (first) {
    UNWIND first AS one
    WITH one.d AS d, one.far + 2 AS length
    MATCH (d)<-[:PART_OF]-(i:Task)
    WHERE {{filters}}
    WITH d, i, length ORDER BY i.id
    RETURN collect({d: d, i: i, length: length}) AS planned
}
// The page, where nothing else is asked of a task; what its own words say goes before its plan.
CALL (ways, planned) {
    CALL (ways, planned) {
        UNWIND range(0, size(ways) - 1) AS far
        UNWIND ways[far][2] AS i
        RETURN i, far + 1 AS own, null AS of_plan
        UNION ALL
        UNWIND planned AS one
        RETURN one.i AS i, null AS own, one.length AS of_plan
    }
    WITH i, coalesce(min(own), min(of_plan)) AS length
    MATCH (i)-[:PART_OF]->(d:Document)
    WITH i, d ORDER BY length, d.key, i.id
    SKIP $given.offset LIMIT $given.limit
    RETURN collect(i) AS items, collect(DISTINCT d) AS documents, collect([i, d]) AS both
}
CALL (items, documents, both) {
    {{chained_task_page}}
}
RETURN [way IN ways[..1] | ['document_of_key', $given.key, [[way[0].all[0]]]]]
    + [way IN ways | ['below', way[0], way[1]]]
    + [way IN ways | ['tasks_towards', way[0], [i IN way[2] | [i.id]]]]
    + [way IN ways | ['plans_towards', way[0], [d IN way[3] | [d.id]]]]
    + [
        ['tasks_of_documents', [d IN plans | d.id], [one IN counts | [one.d.id, one.many]]],
        ['document_keys', [d IN plans | d.id], [d IN plans | [d.id, d.key]]],
        [
            'task_ids_of_documents', [one IN first | one.d.id],
            [one IN planned | [one.d.id, one.i.id]]
        ]
    ] + rows AS rows
