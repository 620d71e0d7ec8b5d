UNWIND tasks AS number
MATCH (i:Chidao {id: number})-[:RECURS]->(r:Recurrence)
WITH [i.id, r.frequency, r.rrule, toString(r.first_day), toString(r.last_day), r.text] AS row
ORDER BY i.id, r.ordinal
RETURN collect(row) AS rows
