CALL () {
    UNWIND $given.sources AS row
    MATCH (d:Chidao {id: row.document})
    CREATE (d)-[:READ_FROM]->(s:Chidao:Source) SET s = row.told
}
CALL () {
    UNWIND $given.sources AS row
    MATCH (d:Chidao {id: row.document})-[e:ISSUED_BY]->() WHERE row.told.issuer_start IS NOT NULL
    SET e = {document: d.key, start: row.told.issuer_start, stop: row.told.issuer_stop,
        quote: row.told.issuer, rule: row.told.issuer_rule}
}
CALL () {
    UNWIND $given.citations AS row
    MATCH (d:Chidao {id: row.document})
    CREATE (c:Chidao:Citation)-[:MENTIONED_IN]->(d) SET c = row.told
}
CALL () {
    UNWIND $given.tasks AS row
    MATCH (d:Chidao {id: row.document})
    CREATE (i:Chidao:Task)-[:PART_OF {document: d.key, start: row.told.start,
        stop: row.told.stop, rule: row.told.rule}]->(d)
    SET i = row.told
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
