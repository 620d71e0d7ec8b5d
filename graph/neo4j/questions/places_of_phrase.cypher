UNWIND $given.edges AS edge
MATCH (i:Chidao {id: edge[1]})-[p:LED_BY|SUPPORTED_BY]->(b:Body)
WHERE b.id = edge[3] AND toLower(type(p)) = edge[2]
MATCH (i)-[:PART_OF]->(d:Document)
WITH [edge[0], d.key, d.id, p.start, p.stop, p.rule, p.quote] AS row
ORDER BY edge[0], p.ordinal
RETURN collect(row) AS rows
