UNWIND $given.documents AS number
MATCH (:Chidao {id: number})<-[:PART_OF]-(i:Task)
WHERE {{filters}}
RETURN i.id / 16777216 AS document, count(*)
