CALL () {
    MATCH (d:Chidao:Document)
    WITH d.standing AS standing, count(*) AS many
    RETURN collect([standing, many]) AS documents
}
CALL () {
    MATCH (c:Chidao:Citation)
    RETURN [count(c), count(CASE WHEN c.status = 'ambiguous' THEN 1 END),
        count(CASE WHEN c.status = 'resolved' AND EXISTS { (c)-[:REFERS_TO]->() } THEN 1 END)]
        AS citations
}
CALL () {
    MATCH (i:Chidao:Task)
    WITH i.kind AS kind, CASE
        WHEN i.changed THEN head(COLLECT {
            MATCH (i)<-[:CHANGES]-(s:StatusChange) WHERE s.on <= date($day)
            RETURN CASE
                WHEN s.status = 'cancelled' THEN 'cancelled'
                WHEN s.status = 'done' AND coalesce(s.on > i.due_latest, false) THEN 'done-late'
                WHEN s.status = 'done' THEN 'done-on-time'
                WHEN i.due_latest < date($day) THEN 'open-overdue'
                WHEN i.due_latest IS NOT NULL OR i.due_earliest IS NOT NULL THEN 'open-in-time'
                WHEN i.recurs THEN 'recurring'
                WHEN i.waits THEN 'waiting'
                ELSE 'undated'
            END
            ORDER BY s.at DESC, s.on DESC, s.status, s.by, s.note LIMIT 1
        })
        WHEN i.done AND coalesce(i.done_on <= date($day), true)
            THEN CASE WHEN i.done_on > i.due_latest THEN 'done-late' ELSE 'done-on-time' END
        WHEN i.due_latest < date($day) THEN 'open-overdue'
        WHEN i.due_latest IS NOT NULL OR i.due_earliest IS NOT NULL THEN 'open-in-time'
        WHEN i.recurs THEN 'recurring'
        WHEN i.waits THEN 'waiting'
        ELSE 'undated'
    END AS state, count(*) AS many
    RETURN collect([kind, state, many]) AS tasks
}
CALL () {
    MATCH (s:Chidao:Document)-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS
        |REPLACES|ISSUES|CITES]->(t:Document)
    WITH s, t, count(CASE WHEN e.derived THEN null ELSE 1 END) AS told
    RETURN sum(CASE told WHEN 0 THEN 1 ELSE told END) AS between
}
CALL () {
    MATCH (i:Chidao:Task)-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS|REPLACES
        |ISSUES|CITES]->(d:Document)
    WITH DISTINCT i, type(e) AS relation, d
    RETURN count(*) AS of_tasks
}
RETURN 22 AS total, [['documents', documents], ['citations', citations], ['tasks', tasks],
    ['edges', between + of_tasks],
    ['bodies', COUNT { MATCH (b:Chidao:Body) WHERE b.body_words IS NOT NULL }],
    ['status-changes', COUNT { MATCH (:Chidao:StatusChange) }],
    ['kept_aside', COUNT { MATCH (s:Chidao:StatusChange) WHERE NOT EXISTS { (s)-[:CHANGES]->() } }]
] AS rows
