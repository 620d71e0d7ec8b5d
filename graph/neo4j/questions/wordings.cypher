MATCH (:Chidao {id: $given.document})<-[:PART_OF]-(i:Task)
WITH [i.id, i.path, i.text] AS row
ORDER BY i.id
RETURN collect(row) AS rows
