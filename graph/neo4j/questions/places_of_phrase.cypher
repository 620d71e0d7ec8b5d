MATCH (i:Chidao {id: $source})-[p:LED_BY|SUPPORTED_BY]->(:Chidao {id: $target})
WHERE toLower(type(p)) = $relation
MATCH (i)-[:PART_OF]->(d:Document)
RETURN d.key, d.id, p.start, p.stop, p.rule, null
ORDER BY p.ordinal
