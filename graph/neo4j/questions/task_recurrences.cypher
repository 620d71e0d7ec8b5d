UNWIND $given.tasks AS number
MATCH (i:Chidao {id: number})-[:RECURS]->(r:Recurrence)
RETURN i.id, r.frequency, r.rrule, r.text ORDER BY i.id, r.ordinal
