MATCH (d:Chidao {id: $given.document})
CREATE (d)-[:READ_FROM]->(s:Chidao:Source)
SET s = $given.source
WITH d
CALL (d) {
    MATCH (d)-[e:ISSUED_BY]->() WHERE $given.source.issuer_start IS NOT NULL
    SET e = {document: d.key, start: $given.source.issuer_start, stop: $given.source.issuer_stop,
        quote: $given.source.issuer, rule: $given.source.issuer_rule}
}
CALL (d) {
    UNWIND $given.citations AS row
    CREATE (c:Chidao:Citation)-[:MENTIONED_IN]->(d)
    SET c = row
}
CALL (d) {
    UNWIND $given.tasks AS row
    CREATE (i:Chidao:Task)-[:PART_OF {document: d.key, start: row.start, stop: row.stop,
        rule: row.rule}]->(d)
    SET i = row
}
CALL () {
    UNWIND $given.parts AS row
    MATCH (i:Chidao {id: row.task}), (o:Chidao {id: row.above})
    CREATE (i)-[e:PART_OF]->(o) SET e = row.told
}
CALL () {
    UNWIND $given.leads AS row
    MATCH (i:Chidao {id: row.task}), (b:Chidao {id: row.body})
    CREATE (i)-[e:LED_BY]->(b) SET e = row.told
}
CALL () {
    UNWIND $given.supports AS row
    MATCH (i:Chidao {id: row.task}), (b:Chidao {id: row.body})
    CREATE (i)-[e:SUPPORTED_BY]->(b) SET e = row.told
}
CALL () {
    UNWIND $given.recurrences AS row
    MATCH (i:Chidao {id: row.task})
    CREATE (i)-[:RECURS]->(r:Chidao:Recurrence) SET r = row.told
}
CALL () {
    UNWIND $given.names AS row
    MATCH (i:Chidao {id: row.number}), (c:Chidao {key: row.citation})
    CREATE (i)-[e:NAMES]->(c) SET e = row.told
}
CALL () {
    UNWIND $given.links AS row
    MATCH (b:Chidao {key: row.below}), (a:Chidao {key: row.above})
    CREATE (b)-[e:LINKED]->(a) SET e = row.told
}
