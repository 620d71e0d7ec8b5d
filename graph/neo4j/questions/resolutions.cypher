MATCH (:Chidao {id: $given.document})<-[:MENTIONED_IN]-(c:Citation) WHERE c.status IS NOT NULL
OPTIONAL MATCH (c)-[:REFERS_TO]->(d:Document)
RETURN c.name, c.status, c.method, d.key, coalesce(c.candidates, []),
    coalesce(c.disagreements, [])
ORDER BY c.ordinal
