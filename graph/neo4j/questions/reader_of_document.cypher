MATCH (:Chidao {id: $given.document})-[:READ_FROM]->(s:Source)
RETURN collect([s.reader]) AS rows
