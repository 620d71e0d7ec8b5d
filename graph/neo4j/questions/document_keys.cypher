UNWIND $given.documents AS number
MATCH (d:Chidao {id: number})
RETURN collect([d.id, d.key]) AS rows
