MATCH (d:Chidao {id: $given.document})
OPTIONAL MATCH (d)-[:READ_FROM]->(l:Source)
RETURN collect([d.key, toString(coalesce(d.date, l.period_from)), d.authority, d.status]) AS rows
