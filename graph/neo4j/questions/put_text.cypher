MATCH (d:Chidao {id: $document})
CREATE (d)-[:READ_FROM]->(s:Chidao:Source)
SET s = $source
WITH d
CALL (d) {
    MATCH (d)-[e:ISSUED_BY]->() WHERE $source.issuer_start IS NOT NULL
    SET e = {document: d.key, start: $source.issuer_start, stop: $source.issuer_stop,
        quote: $source.issuer, rule: $source.issuer_rule}
}
CALL (d) {
    UNWIND $citations AS row
    CREATE (c:Chidao:Citation)-[:MENTIONED_IN]->(d)
    SET c = row
}
CALL (d) {
    UNWIND $tasks AS row
    CREATE (i:Chidao:Task)-[:PART_OF {document: d.key, start: row.start, stop: row.stop,
        rule: row.rule}]->(d)
    SET i = row
}
CALL () {
    UNWIND $parts AS row
    MATCH (i:Chidao {id: row.task}), (o:Chidao {id: row.above})
    CREATE (i)-[e:PART_OF]->(o) SET e = row.told
}
CALL () {
    UNWIND $leads AS row
    MATCH (i:Chidao {id: row.task}), (b:Chidao {id: row.body})
    CREATE (i)-[e:LED_BY]->(b) SET e = row.told
}
CALL () {
    UNWIND $supports AS row
    MATCH (i:Chidao {id: row.task}), (b:Chidao {id: row.body})
    CREATE (i)-[e:SUPPORTED_BY]->(b) SET e = row.told
}
CALL () {
    UNWIND $recurrences AS row
    MATCH (i:Chidao {id: row.task})
    CREATE (i)-[:RECURS]->(r:Chidao:Recurrence) SET r = row.told
}
CALL () {
    UNWIND $names AS row
    MATCH (i:Chidao {id: row.number}), (c:Chidao {key: row.citation})
    CREATE (i)-[e:NAMES]->(c) SET e = row.told
}
CALL () {
    UNWIND $links AS row
    MATCH (b:Chidao {key: row.below}), (a:Chidao {key: row.above})
    CREATE (b)-[e:LINKED]->(a) SET e = row.told
}
