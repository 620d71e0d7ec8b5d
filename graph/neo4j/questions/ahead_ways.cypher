MATCH (x:Chidao:Document {key: $given.key})
MATCH way = (x)<-[:IMPLEMENTS|CONTINUES|GUIDES*0..]-(d:Document)
WITH d, min(length(way)) AS far
WITH far, d ORDER BY far, d.id
WITH far, collect(d) AS level
WITH collect(level) AS levels
UNWIND range(0, size(levels) - 1) AS far
WITH levels[far] AS level, coalesce(levels[far + 1], []) AS next
CALL (level) {
    UNWIND level AS d
    MATCH (d)<-[e:{{relations}}]-(i:Task)
    WHERE toLower(type(e)) IN $given.relations AND i.kind IN $given.kinds
    RETURN collect([i.id]) AS tasks
}
CALL (level) {
    UNWIND level AS d
    MATCH (d)<-[a:AIMS_AT]-(p:Document) WHERE a.relation IN $given.relations
    RETURN collect([p.id]) AS plans
}
WITH collect([{all: [d IN level | d.id]}, [d IN next | [d.id]], tasks, plans]) AS ways
CALL (ways) {
    UNWIND ways AS way
    UNWIND way[3] AS plan
    RETURN collect(DISTINCT plan[0]) AS documents
}
CALL (ways, documents) {
    UNWIND ways AS way
    RETURN 'below' AS name, way[0] AS asked, way[1] AS rows
    UNION ALL
    UNWIND ways AS way
    RETURN 'tasks_towards' AS name, way[0] AS asked, way[2] AS rows
    UNION ALL
    UNWIND ways AS way
    RETURN 'plans_towards' AS name, way[0] AS asked, way[3] AS rows
    UNION ALL
    CALL (documents) {
        {{tasks_of_documents}}
    }
    RETURN 'tasks_of_documents' AS name, documents AS asked, rows
    UNION ALL
    CALL (documents) {
        {{document_keys}}
    }
    RETURN 'document_keys' AS name, documents AS asked, rows
}
RETURN collect([name, asked, rows]) AS rows
