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
    UNWIND ways AS way
    UNWIND way[3] AS d
    WITH DISTINCT d
    CALL (d) {
        MATCH (d)<-[:PART_OF]-(i:Task)
        WHERE {{filters}}
        RETURN count(*) AS many
    }
    RETURN collect(d.id) AS documents, collect([d.id, d.key]) AS keys,
        collect(CASE WHEN many > 0 THEN [d.id, many] END) AS counts
}
RETURN [way IN ways[..1] | ['document_of_key', $given.key, [[way[0].all[0]]]]]
    + [way IN ways | ['below', way[0], way[1]]]
    + [way IN ways | ['tasks_towards', way[0], way[2]]]
    + [way IN ways | ['plans_towards', way[0], [plan IN way[3] | [plan.id]]]]
    + [['tasks_of_documents', documents, counts], ['document_keys', documents, keys]] AS rows
