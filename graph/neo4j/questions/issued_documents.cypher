// Loaded documents with the time and the place that they are of, and the body that issued each.
UNWIND $given.documents AS number
MATCH (d:Chidao {id: number})-[:READ_FROM]->(l:Source)
OPTIONAL MATCH (d)-[:ISSUED_BY]->(b:Body)
RETURN collect([d.id, d.key, toString(coalesce(d.date, l.period_from)), d.jurisdiction, b.key])
    AS rows
