MATCH (d:Chidao:Document)-[:READ_FROM]->(:Source)
WITH [d.key] AS row
ORDER BY d.key
RETURN collect(row) AS rows
