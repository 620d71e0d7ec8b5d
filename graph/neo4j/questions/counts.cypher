CALL () {
    UNWIND ['loaded', 'registered', 'cited'] AS standing
    RETURN 'documents-' + standing AS name, COUNT {
        MATCH (d:Chidao:Document {standing: standing})
    } AS number
    UNION ALL
    UNWIND ['task', 'assignment', 'topic'] AS kind
    RETURN kind + 's' AS name, COUNT { MATCH (i:Chidao:Task {kind: kind}) } AS number
    UNION ALL
    MATCH (c:Chidao:Citation)
    WITH count(c) AS all, count(CASE WHEN c.status = 'ambiguous' THEN 1 END) AS ambiguous,
        count(CASE WHEN c.status = 'resolved' AND EXISTS { (c)-[:REFERS_TO]->() } THEN 1 END)
            AS resolved
    UNWIND [
        ['citations', all],
        ['citations-resolved', resolved],
        ['citations-ambiguous', ambiguous],
        ['citations-unknown', all - resolved - ambiguous]
    ] AS pair
    RETURN pair[0] AS name, pair[1] AS number
    UNION ALL
    RETURN 'edges' AS name,
        COUNT { MATCH (:Chidao:Document)-[e:{{relations}}]->(:Document) WHERE e.derived IS NULL }
        + COUNT {
            MATCH (s:Chidao:Document)-[e:CITES {derived: true}]->(t:Document)
            WHERE NOT EXISTS { MATCH (s)-[o:{{relations}}]->(t) WHERE o.derived IS NULL }
        }
        + COUNT {
            MATCH (i:Chidao:Task)-[e:{{relations}}]->(d:Document)
            RETURN DISTINCT i, type(e), d
        } AS number
    UNION ALL
    RETURN 'bodies' AS name, COUNT {
        MATCH (b:Chidao:Body) WHERE b.body_words IS NOT NULL
    } AS number
    UNION ALL
    RETURN 'status-changes' AS name, COUNT { MATCH (s:Chidao:StatusChange) } AS number
    UNION ALL
    RETURN 'kept_aside' AS name, COUNT {
        MATCH (s:Chidao:StatusChange) WHERE NOT EXISTS { (s)-[:CHANGES]->() }
    } AS number
}
RETURN collect([name, number]) AS rows
