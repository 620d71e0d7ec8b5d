WITH $given.tasks AS tasks
CALL (tasks) {
    UNWIND tasks AS number
    MATCH (:Chidao {id: number})-[:PART_OF]->(d:Document)
    RETURN collect(DISTINCT d.id) AS documents
}
CALL (tasks) {
    {{steps_of_tasks}}
}
WITH tasks, documents, rows AS own
CALL (documents) {
    {{steps_of_plans}}
}
WITH tasks, documents, own, rows AS aims
CALL (own, aims) {
    UNWIND own + aims AS step
    WITH DISTINCT step[2] AS number
    MATCH (t:Chidao {id: number})-[:IMPLEMENTS|CONTINUES|GUIDES*0..]->(s:Document)
    WITH DISTINCT s
    RETURN collect(s) AS above
}
CALL (tasks, documents, own, aims, above) {
    RETURN 'steps_of_tasks' AS name, tasks AS asked, own AS rows
    UNION ALL
    RETURN 'steps_of_plans' AS name, documents AS asked, aims AS rows
    UNION ALL
    CALL (above) {
        UNWIND above AS s
        WITH s, $given.carrying AS relations
        {{steps_up}}
    }
    RETURN 'steps_up' AS name, [s IN above | s.id] AS asked, rows
    UNION ALL
    {{ahead_tasks}}
}
RETURN collect([name, asked, rows]) AS rows
