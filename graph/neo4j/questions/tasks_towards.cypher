UNWIND $documents AS number
MATCH (:Chidao {id: number})<-[e:{{relations}}]-(i:Task)
WHERE toLower(type(e)) IN $relations AND i.kind IN $kinds
RETURN i.id
