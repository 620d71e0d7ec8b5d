UNWIND $given.documents AS number
MATCH (t:Chidao {id: number})
MATCH (t)<-[e:{{relations}}]-(d:Document)
WHERE e.derived IS NULL AND toLower(type(e)) IN $given.relations
RETURN collect([t.id, toLower(type(e)), d.id, d.key]) AS rows
