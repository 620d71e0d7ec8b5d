UNWIND $given.documents AS row
MERGE (d:Chidao {key: row.key})
ON CREATE SET d:Document, d.id = row.id
SET d += row.told
WITH d, row
CALL (d, row) {
    MATCH (d)-[old:ISSUED_BY]->(b:Body) WHERE row.issuer IS NULL OR b.id <> row.issuer
    DELETE old
}
MATCH (b:Chidao {id: row.issuer})
MERGE (d)-[e:ISSUED_BY]->(b)
ON CREATE SET e.document = 'registry', e.quote = d.issuer
