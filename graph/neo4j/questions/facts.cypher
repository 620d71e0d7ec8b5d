MATCH (:Chidao {id: $document})-[:READ_FROM]->(s:Source) RETURN s.facts, s.text
