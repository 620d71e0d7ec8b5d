UNWIND $given.edges AS edge
MATCH (d:Chidao {id: edge[1]})
OPTIONAL MATCH (d)-[:READ_FROM]->(s:Source)
RETURN collect([
    edge[0], d.key, CASE WHEN s.issuer IS NOT NULL THEN d.id END, s.issuer_start, s.issuer_stop,
    s.issuer_rule, d.issuer
]) AS rows
