MATCH (:Chidao {id: $given.document})-[:READ_FROM]->(s:Source) RETURN s.reader
