MATCH (d:Chidao:Document)-[:READ_FROM]->(s:Source)
RETURN d.key, s.location, s.sha256, s.reader, s.length
ORDER BY d.key
