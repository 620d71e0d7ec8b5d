CALL () {
    MATCH (d:Chidao:Document) RETURN collect(d.standing) AS standings
}
CALL () {
    MATCH (c:Chidao:Citation)
    WITH c.status AS status, count(*) AS many
    RETURN collect([status, many]) AS citations
}
CALL () {
    MATCH (i:Chidao:Task)
    WITH i.kind AS kind, CASE
        WHEN i.done THEN 'done'
        WHEN i.due_latest < date($day) THEN 'open-overdue'
        WHEN i.due_latest IS NOT NULL OR i.due_earliest IS NOT NULL THEN 'open-in-time'
        WHEN i.recurs THEN 'recurring'
        WHEN i.waits THEN 'waiting'
        ELSE 'undated'
    END AS state, count(*) AS many
    RETURN collect([kind, state, many]) AS tasks
}
CALL () {
    MATCH (:Chidao:Document)-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS
        |REPLACES|ISSUES|CITES]->(:Document)
    RETURN count(e) AS between
}
CALL () {
    MATCH (i:Chidao:Task)-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS|REPLACES
        |ISSUES|CITES]->(d:Document)
    RETURN count(DISTINCT [i.id, type(e), d.id]) AS of_tasks
}
RETURN standings, citations, tasks, between + of_tasks AS edges,
    COUNT { MATCH (b:Chidao:Body) WHERE b.body_words IS NOT NULL },
    COUNT { MATCH (:Chidao:StatusChange) }
