MATCH (d:Chidao:Document)-[:ISSUED_BY]->(b:Body)
WITH [d.id, d.issuer, d.jurisdiction, b.id] AS row
ORDER BY d.id
RETURN collect(row) AS rows
