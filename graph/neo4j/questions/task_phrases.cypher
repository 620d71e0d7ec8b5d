UNWIND $given.tasks AS number
MATCH (i:Chidao {id: number})
UNWIND {{phrases}} AS row
RETURN collect(row) AS rows
