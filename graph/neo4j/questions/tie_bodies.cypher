UNWIND $given.keys AS key
MATCH (b:Chidao:Body {key: key})
CALL (b) {
    MATCH (b)-[old:PART_OF|SUCCEEDED_BY]->() DELETE old
}
WITH DISTINCT b
CALL (b) {
    MATCH (o:Chidao:Body {key: b.parent}) USING INDEX SEEK o:Chidao(key)
    CREATE (b)-[:PART_OF {document: 'registry', quote: b.name}]->(o)
}
CALL (b) {
    MATCH (o:Chidao:Body {key: b.successor}) USING INDEX SEEK o:Chidao(key)
    CREATE (b)-[:SUCCEEDED_BY {date: b.successor_date, document: 'registry', quote: b.name}]->(o)
}
WITH collect(b) AS told
CALL () {
    MATCH (o:Chidao:Body) WHERE o.parent IN $given.keys
    MATCH (b:Chidao:Body {key: o.parent}) USING INDEX SEEK b:Chidao(key)
    WHERE NOT EXISTS { (o)-[:PART_OF]->(b) }
    CREATE (o)-[:PART_OF {document: 'registry', quote: o.name}]->(b)
}
CALL () {
    MATCH (o:Chidao:Body) WHERE o.successor IN $given.keys
    MATCH (b:Chidao:Body {key: o.successor}) USING INDEX SEEK b:Chidao(key)
    WHERE NOT EXISTS { (o)-[:SUCCEEDED_BY]->(b) }
    CREATE (o)-[:SUCCEEDED_BY {date: o.successor_date, document: 'registry', quote: o.name}]->(b)
}
