UNWIND numbers AS number
MATCH (d:Chidao {id: number})
RETURN collect([d.id, d.key, d.type, d.number, d.symbol, toString(d.date), d.title]) AS rows
