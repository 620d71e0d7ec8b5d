UNWIND $given.bodies AS row
MERGE (b:Chidao {key: row.key})
ON CREATE SET b:Body, b.id = row.id
SET b += row.told
