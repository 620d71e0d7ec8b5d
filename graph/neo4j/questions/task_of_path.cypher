MATCH (:Chidao {id: $given.document})<-[:PART_OF]-(i:Task {path: $given.path})
WITH [i.id] AS row
ORDER BY i.id LIMIT 1
RETURN collect(row) AS rows
