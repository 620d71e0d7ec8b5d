MATCH (d:Chidao:Document)-[:READ_FROM]->(s:Source)
WITH [d.key, s.location, s.sha256, s.reader, s.length] AS row
ORDER BY d.key
RETURN collect(row) AS rows
