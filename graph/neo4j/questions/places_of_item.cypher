UNWIND $given.edges AS edge
MATCH (i:Chidao {id: edge[1]})-[:PART_OF]->(d:Document)
RETURN collect([edge[0], d.key, d.id, i.start, i.stop, i.rule, i.text]) AS rows
