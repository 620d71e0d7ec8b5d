UNWIND $given.tasks AS number
MATCH (i:Chidao {id: number})-[:RECURS]->(r:Recurrence)
RETURN i.id, r.frequency, r.rrule, toString(r.first_day), toString(r.last_day), r.text
ORDER BY i.id, r.ordinal
