MATCH (i:Chidao {id: $given.source})-[:PART_OF]->(d:Document)
RETURN d.key, d.id, i.start, i.stop, i.rule, null
