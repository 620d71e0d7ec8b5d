MATCH (i:Chidao {id: $given.source})-[p:LED_BY|SUPPORTED_BY]->(:Chidao {id: $given.target})
WHERE toLower(type(p)) = $given.relation
MATCH (i)-[:PART_OF]->(d:Document)
RETURN d.key, d.id, p.start, p.stop, p.rule, null
ORDER BY p.ordinal
