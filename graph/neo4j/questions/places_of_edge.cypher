CALL () {
    MATCH (e:Chidao {
        edge: toString($given.source) + ' ' + $given.relation + ' ' + toString($given.target)
    })
    RETURN e.document AS document, e.told_by AS number, e.start AS start, e.stop AS stop,
        e.rule AS rule, e.words AS words, e.registered AS registered
    UNION ALL
    MATCH (d:Chidao {id: $given.source})<-[:MENTIONED_IN]-(c:Citation)-[:REFERS_TO]->(m:Document)
    WHERE $given.relation = 'cites' AND m.id = $given.target AND NOT EXISTS {
        MATCH (d)-[e:{{relations}}]->(m) WHERE e.derived IS NULL AND type(e) <> 'CITES'
    }
    RETURN d.key AS document, d.id AS number, c.start AS start, c.stop AS stop, c.rule AS rule,
        null AS words, false AS registered
}
RETURN document, number, start, stop, rule, words, registered
ORDER BY registered, document, start, stop, rule
