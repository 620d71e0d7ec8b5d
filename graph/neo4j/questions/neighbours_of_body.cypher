MATCH (b:Chidao {id: $given.number})
CALL (b) {
    MATCH (b)<-[e:LED_BY|SUPPORTED_BY]-(i:Task)-[:PART_OF]->(d:Document)
    RETURN DISTINCT 0 AS outward, toLower(type(e)) AS relation, 'task' AS kind, i.id AS id,
        d.key + '#' + i.path AS key
    UNION ALL
    MATCH (b)<-[:ISSUED_BY]-(d:Document)
    RETURN 0 AS outward, 'issued_by' AS relation, 'document' AS kind, d.id AS id, d.key AS key
    UNION ALL
    MATCH (b)<-[e:PART_OF|SUCCEEDED_BY]-(o:Body)
    RETURN 0 AS outward, toLower(type(e)) AS relation, 'body' AS kind, o.id AS id, o.key AS key
    UNION ALL
    MATCH (b)-[e:PART_OF|SUCCEEDED_BY]->(o:Body)
    RETURN 1 AS outward, toLower(type(e)) AS relation, 'body' AS kind, o.id AS id, o.key AS key
}
RETURN collect([outward, relation, kind, id, key]) AS rows
