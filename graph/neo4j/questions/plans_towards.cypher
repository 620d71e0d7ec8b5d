UNWIND $given.documents AS number
MATCH (:Chidao {id: number})<-[a:AIMS_AT]-(d:Document) WHERE a.relation IN $given.relations
RETURN collect([d.id]) AS rows
