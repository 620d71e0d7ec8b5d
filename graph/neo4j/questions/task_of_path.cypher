MATCH (:Chidao {id: $given.document})<-[:PART_OF]-(i:Task {path: $given.path})
RETURN i.id ORDER BY i.id LIMIT 1
