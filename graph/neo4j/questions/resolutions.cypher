MATCH (:Chidao {id: $given.document})<-[:MENTIONED_IN]-(c:Citation) WHERE c.status IS NOT NULL
OPTIONAL MATCH (c)-[:REFERS_TO]->(d:Document)
WITH [
    c.name, c.status, c.method, d.key, coalesce(c.candidates, []), coalesce(c.disagreements, [])
] AS row
ORDER BY c.ordinal
RETURN collect(row) AS rows
