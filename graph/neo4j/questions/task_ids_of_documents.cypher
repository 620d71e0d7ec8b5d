UNWIND $given.documents AS number
MATCH (:Chidao {id: number})<-[:PART_OF]-(i:Task)
WHERE {{filters}}
WITH [number, i.id] AS row
ORDER BY i.id
RETURN collect(row) AS rows
