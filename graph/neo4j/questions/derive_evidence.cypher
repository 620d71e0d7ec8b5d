UNWIND $given.documents AS number
MATCH (d:Chidao {id: number})
CALL (d) {
    MATCH (d)<-[:MENTIONED_IN]-(b:Citation)-[l:LINKED]->(a:Citation)
    MATCH (b)-[:REFERS_TO]->(s:Document)
    MATCH (a)-[:REFERS_TO]->(t:Document) WHERE s <> t
    RETURN s.id AS source, t.id AS target, l AS said
    UNION ALL
    MATCH (d)-[a:AIMS_AT]->(t:Document)
    RETURN d.id AS source, t.id AS target, a AS said
}
WITH DISTINCT d, source, target, said.relation AS relation, said.start AS start,
    said.stop AS stop, said.rule AS rule, said.quote AS quote
WHERE relation <> 'cites'
CREATE (:Chidao:Evidence {
    edge: toString(source) + ' ' + relation + ' ' + toString(target),
    source: source, relation: relation, target: target, registered: false,
    document: d.key, told_by: d.id, start: start, stop: stop, rule: rule, words: quote
})
RETURN collect(DISTINCT [source, relation, target]) AS rows
