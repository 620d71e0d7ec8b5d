MATCH (d:Chidao:Document)-[:ISSUED_BY]->(b:Body)
RETURN d.id, d.issuer, d.jurisdiction, b.id ORDER BY d.id
