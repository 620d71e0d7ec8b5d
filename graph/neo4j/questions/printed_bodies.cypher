MATCH (s:Source)<-[:READ_FROM]-(d:Chidao:Document)<-[:PART_OF]-(:Task)
    -[p:LED_BY|SUPPORTED_BY]->(b:Body)
WITH DISTINCT b.id AS body, s.issuer AS issuer, s.jurisdiction AS jurisdiction, p.text AS text
WITH [body, issuer, jurisdiction, text] AS row
ORDER BY body, issuer, jurisdiction, text
RETURN collect(row) AS rows
