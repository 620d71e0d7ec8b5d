UNWIND numbers AS number
MATCH (d:Chidao {id: number})
RETURN collect({{label}}) AS rows
