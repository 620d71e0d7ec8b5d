MATCH (r:Chidao:Document)<-[:REPLACES]-(:Chidao:Document)
WITH DISTINCT r
MATCH (r)<-[:REFERS_TO]-(c:Citation)-[:MENTIONED_IN]->(d:Document)-[:READ_FROM]->(l:Source)
WHERE NOT EXISTS { (d)-[:REPLACES]->(r) }
WITH r, c, d, coalesce(l.date, l.period_from, c.by) AS written
WITH r, c, d, head(COLLECT {
    MATCH (r)<-[:REPLACES]-(s:Document) WHERE s.date <= date($given.as_of) AND s.date < written
    RETURN s.key ORDER BY s.date, s.key LIMIT 1
}) AS successor
WHERE successor IS NOT NULL
WITH [d.key, c.name, d.id, c.start, c.stop, c.quote, c.status, c.method, r.key, successor] AS row
ORDER BY d.key, c.start, c.ordinal
RETURN collect(row) AS rows
