UNWIND $given.tasks AS number
MATCH (i:Chidao {id: number})-[a:{{relations}}]->(d:Document)
WHERE toLower(type(a)) IN $given.relations
RETURN collect([i.id, toLower(type(a)), d.id, d.key, a.start, a.stop, a.rule, a.quote]) AS rows
