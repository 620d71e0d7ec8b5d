UNWIND $documents AS number
MATCH (:Chidao {id: number})<-[a:AIMS_AT]-(d:Document) WHERE a.relation IN $relations
RETURN d.id
