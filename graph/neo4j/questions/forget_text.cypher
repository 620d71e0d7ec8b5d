MATCH (d:Chidao {id: $given.document})
CALL (d) {
    MATCH (d)-[e:AIMS_AT|CITES]->() WHERE type(e) = 'AIMS_AT' OR e.derived DELETE e
}
CALL (d) {
    MATCH (d)<-[:PART_OF]-(i:Task)
    OPTIONAL MATCH (i)-[:RECURS]->(r:Recurrence)
    DETACH DELETE r, i
}
CALL (d) {
    MATCH (d)<-[:MENTIONED_IN]-(c:Citation) DETACH DELETE c
}
CALL (d) {
    MATCH (d)-[:READ_FROM]->(s:Source) DETACH DELETE s
}
