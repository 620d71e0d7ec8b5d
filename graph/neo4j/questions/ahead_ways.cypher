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
    RETURN collect(CASE WHEN o:Task THEN [o.id] END) AS tasks,
        collect(CASE WHEN o:Document THEN o END) AS plans
}
WITH collect([{all: [d IN level | d.id]}, [d IN next | [d.id]], tasks, plans]) AS ways
CALL (ways) {
    UNWIND range(0, size(ways) - 1) AS far
    UNWIND ways[far][3] AS d
    WITH d, min(far) AS far
    CALL (d) {
        MATCH (d)<-[:PART_OF]-(i:Task)
        WHERE {{filters_of_state}}
        RETURN count(*) AS many
    }
    WITH d, many ORDER BY far, d.key
    RETURN collect(d.id) AS documents, collect([d.id, d.key]) AS keys,
        collect(CASE WHEN many > 0 THEN [d.id, many] END) AS counts
}
// The tasks of so many plans as fill the page, if none gets there by its own words.
WITH ways, documents, keys, counts, reduce(first = [0, []], count IN counts | CASE
    WHEN first[0] >= $given.offset + $given.limit THEN first
    ELSE [first[0] + count[1], first[1] + [count[0]]]
END)[1] AS first
CALL (first) {
    UNWIND first AS number
    MATCH (:Chidao {id: number})<-[:PART_OF]-(i:Task)
    WHERE {{filters_of_state}}
    WITH number, i ORDER BY i.id
    RETURN collect([number, i.id]) AS ids
}
RETURN [way IN ways[..1] | ['document_of_key', $given.key, [[way[0].all[0]]]]]
    + [way IN ways | ['below', way[0], way[1]]]
    + [way IN ways | ['tasks_towards', way[0], way[2]]]
    + [way IN ways | ['plans_towards', way[0], [plan IN way[3] | [plan.id]]]]
    + [['tasks_of_documents', documents, counts], ['document_keys', documents, keys],
        ['task_ids_of_documents', first, ids]] AS rows
