UNWIND $given.keys AS key
MATCH (d:Chidao:Document {key: key})
OPTIONAL MATCH (d)-[:ISSUED_BY]->(b:Body)
RETURN collect([d.key, d.id, d.accounts, b.id, d.issuer]) AS rows
