UNWIND $given.documents AS row
MATCH (d:Chidao {id: row.document})-[old:ISSUED_BY]->(), (b:Chidao {id: row.body})
CREATE (d)-[e:ISSUED_BY]->(b) SET e = properties(old)
DELETE old
