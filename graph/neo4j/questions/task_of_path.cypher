MATCH (:Chidao {id: $document})<-[:PART_OF]-(i:Task {path: $path})
RETURN i.id ORDER BY i.id LIMIT 1
