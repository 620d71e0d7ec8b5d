MATCH (i:Chidao {id: $source})-[:PART_OF]->(d:Document)
RETURN d.key, d.id, i.start, i.stop, i.rule, null
