UNWIND $given.documents AS number
MATCH (s:Chidao {id: number})
MATCH (s)-[e:{{relations}}]->(d:Document)
WHERE e.derived IS NULL AND toLower(type(e)) IN $given.relations
RETURN collect([s.id, toLower(type(e)), d.id, d.key]) AS rows
