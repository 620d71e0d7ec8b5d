MATCH (:Chidao {id: $given.document})<-[:PART_OF]-(i:Task)
RETURN i.id, i.path, i.text ORDER BY i.id
