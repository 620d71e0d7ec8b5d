MATCH (s:Source)<-[:READ_FROM]-(d:Chidao:Document)<-[:PART_OF]-(:Task)
    -[p:LED_BY|SUPPORTED_BY]->(b:Body)
WITH DISTINCT b.id AS body, s.issuer AS issuer, s.jurisdiction AS jurisdiction, p.text AS text
RETURN body, issuer, jurisdiction, text ORDER BY body, issuer, jurisdiction, text
