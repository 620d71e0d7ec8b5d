UNWIND $given.tasks AS number
MATCH (i:Chidao {id: number})-[:RECURS]->(r:Recurrence)
WITH [i.id, r.frequency, r.rrule, r.text] AS row
ORDER BY i.id, r.ordinal
RETURN collect(row) AS rows
