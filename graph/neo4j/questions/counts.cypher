// Every kind of thing is looked at once.
CALL () {
    MATCH (d:Chidao:Document)
    WITH d.standing AS standing, count(*) AS many
    WITH collect([standing, many]) AS found
    UNWIND ['loaded', 'registered', 'cited'] AS standing
    RETURN 'documents-' + standing AS name,
        reduce(sum = 0, one IN found | sum + CASE one[0] WHEN standing THEN one[1] ELSE 0 END)
            AS number
    UNION ALL
    MATCH (i:Chidao:Task)
    WITH i, {{said}} AS said
    WITH i.kind AS kind, {{state}} AS state, count(*) AS many
    WITH collect([kind, state, many]) AS found
    UNWIND ['task', 'assignment', 'topic'] + [
        one IN found WHERE one[0] IN ['task', 'assignment'] | 'state:' + one[1]
    ] AS sought
    WITH DISTINCT found, sought
    RETURN CASE WHEN sought STARTS WITH 'state:' THEN sought ELSE sought + 's' END AS name,
        reduce(sum = 0, one IN found | sum + CASE
            WHEN one[0] = sought THEN one[2]
            WHEN 'state:' + one[1] = sought AND one[0] IN ['task', 'assignment'] THEN one[2]
            ELSE 0
        END) AS number
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
    CALL () {
        MATCH (s:Chidao:Document)-[e:{{relations}}]->(t:Document)
        WITH s, t, count(CASE WHEN e.derived THEN null ELSE 1 END) AS told
        RETURN sum(CASE told WHEN 0 THEN 1 ELSE told END) AS between
    }
    CALL () {
        MATCH (i:Chidao:Task)-[e:{{relations}}]->(d:Document)
        WITH DISTINCT i, type(e) AS relation, d
        RETURN count(*) AS of_tasks
    }
    RETURN 'edges' AS name, between + of_tasks AS number
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
