UNWIND $given.documents AS number
MATCH (d:Chidao {id: number})
RETURN d.id, d.key
