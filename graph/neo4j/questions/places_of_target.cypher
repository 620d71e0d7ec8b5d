MATCH (i:Chidao {id: $given.source})-[e:{{relations}}]->(:Chidao {id: $given.target})
WHERE toLower(type(e)) = $given.relation
MATCH (i)-[:PART_OF]->(d:Document)
RETURN d.key, d.id, e.start, e.stop, e.rule, null
ORDER BY e.start, e.stop, e.rule
