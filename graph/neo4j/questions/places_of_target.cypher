UNWIND $given.edges AS edge
MATCH (i:Chidao {id: edge[1]})-[e:{{relations}}]->(o:Document)
WHERE o.id = edge[3] AND toLower(type(e)) = edge[2]
MATCH (i)-[:PART_OF]->(d:Document)
WITH [edge[0], d.key, d.id, e.start, e.stop, e.rule, e.quote] AS row
ORDER BY edge[0], e.start, e.stop, e.rule
RETURN collect(row) AS rows
