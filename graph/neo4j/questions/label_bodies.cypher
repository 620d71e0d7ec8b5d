UNWIND $given.numbers AS number
MATCH (b:Chidao {id: number})
RETURN b.id, b.key, b.name
