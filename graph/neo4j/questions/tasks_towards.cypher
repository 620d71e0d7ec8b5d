UNWIND $given.documents AS number
MATCH (:Chidao {id: number})<-[e:{{relations}}]-(i:Task)
WHERE toLower(type(e)) IN $given.relations AND i.kind IN $given.kinds
RETURN collect([i.id]) AS rows
