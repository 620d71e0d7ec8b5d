MATCH (i:Chidao {id: $source})-[e:{{relations}}]->(:Chidao {id: $target})
WHERE toLower(type(e)) = $relation
MATCH (i)-[:PART_OF]->(d:Document)
RETURN d.key, d.id, e.start, e.stop, e.rule, null
ORDER BY e.start, e.stop, e.rule
