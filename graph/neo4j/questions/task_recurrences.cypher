UNWIND $given.tasks AS number
MATCH (i:Chidao {id: number})
UNWIND {{recurrences}} AS row
RETURN collect(row) AS rows
