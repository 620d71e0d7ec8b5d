// Edges of tasks, aims and mentions follow from what the citations of a text mean now.
UNWIND $given.documents AS number
MATCH (d:Chidao {id: number})
CALL (d) {
    MATCH (d)<-[:PART_OF]-(:Task)-[old:{{relations}}]->(:Document) DELETE old
}
CALL (d) {
    MATCH (d)-[old:AIMS_AT|CITES]->() WHERE type(old) = 'AIMS_AT' OR old.derived DELETE old
}
WITH d
CALL (d) {
    MATCH (d)<-[:PART_OF]-(i:Task)-[n:NAMES]->(:Citation)-[:REFERS_TO]->(o:Document)
    CREATE (i)-[e:$(toUpper(n.relation))]->(o) SET e = properties(n)
}
CALL (d) {
    MATCH (d)-[n:NAMES]->(:Citation)-[:REFERS_TO]->(o:Document) WHERE o <> d
    CREATE (d)-[e:AIMS_AT]->(o) SET e = properties(n)
}
CALL (d) {
    MATCH (d)<-[:MENTIONED_IN]-(c:Citation)-[:REFERS_TO]->(o:Document) WHERE o <> d
    WITH d, o, c ORDER BY c.start, c.ordinal
    WITH d, o, head(collect(c)) AS c
    CREATE (d)-[:CITES {derived: true, document: d.key, start: c.start, stop: c.stop,
        quote: c.quote, rule: c.rule}]->(o)
}
