UNWIND $given.numbers AS number
MATCH (d:Chidao {id: number})
RETURN d.id, d.key, d.type, d.number, d.symbol, toString(d.date), d.title
