UNWIND $given.documents AS number
MATCH (d:Chidao {id: number})-[:READ_FROM]->(s:Source)
RETURN collect([d.id, s.text]) AS rows
