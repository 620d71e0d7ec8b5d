// The `ways` to the document asked: of all that lead to it, by their distance, the documents, those
// one step further, the tasks and the plans.
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
