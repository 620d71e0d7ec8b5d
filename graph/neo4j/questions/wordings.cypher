MATCH (:Chidao {id: $document})<-[:PART_OF]-(i:Task)
RETURN i.id, i.path, i.text ORDER BY i.id
