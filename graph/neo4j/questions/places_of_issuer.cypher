MATCH (d:Chidao {id: $given.source})
OPTIONAL MATCH (d)-[:READ_FROM]->(s:Source)
RETURN d.key, CASE WHEN s.issuer IS NOT NULL THEN d.id END, s.issuer_start, s.issuer_stop,
    s.issuer_rule, d.issuer
