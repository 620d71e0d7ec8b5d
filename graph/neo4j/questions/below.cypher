UNWIND $given.documents AS number
MATCH (:Chidao {id: number})<-[e:IMPLEMENTS|CONTINUES|GUIDES]-(d:Document)
WHERE toLower(type(e)) IN $given.relations
RETURN collect(DISTINCT [d.id]) AS rows
