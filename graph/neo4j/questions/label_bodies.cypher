UNWIND $given.numbers AS number
MATCH (b:Chidao {id: number})
RETURN collect([b.id, b.key, b.name]) AS rows
