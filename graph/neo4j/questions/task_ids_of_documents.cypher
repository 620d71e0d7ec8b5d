UNWIND $given.documents AS number
MATCH (:Chidao {id: number})<-[:PART_OF]-(i:Task)
WHERE {{filters}}
RETURN i.id ORDER BY i.id
