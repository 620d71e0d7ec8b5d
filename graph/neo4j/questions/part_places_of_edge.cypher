UNWIND edges AS edge
CALL (edge) {
    WITH edge[1] AS source, edge[2] AS relation, edge[3] AS target
    MATCH (e:Chidao {edge: toString(source) + ' ' + relation + ' ' + toString(target)})
    RETURN e.document AS document, e.told_by AS told_by, e.start AS start, e.stop AS stop,
        e.rule AS rule, e.words AS words, e.registered AS registered
    UNION ALL
    WITH edge[1] AS source, edge[2] AS relation, edge[3] AS target
    MATCH (d:Chidao {id: source})<-[:MENTIONED_IN]-(c:Citation)-[:REFERS_TO]->(m:Document)
    WHERE relation = 'cites' AND m.id = target AND NOT EXISTS {
        MATCH (d)-[e:{{relations}}]->(m) WHERE e.derived IS NULL AND type(e) <> 'CITES'
    }
    RETURN d.key AS document, d.id AS told_by, c.start AS start, c.stop AS stop, c.rule AS rule,
        c.quote AS words, false AS registered
}
WITH [edge[0], document, told_by, start, stop, rule, words] AS row
ORDER BY edge[0], registered, document, start, stop, rule
RETURN collect(row) AS rows
