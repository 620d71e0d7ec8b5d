MATCH (t:Chidao:Document)<-[:REFERS_TO]-(c:Citation)-[:MENTIONED_IN]->(d:Document)
WHERE c.date <> t.date AND (d.date IS NULL OR d.date <= date($given.as_of))
WITH [
    d.key, c.name, d.id, c.start, c.stop, c.quote, t.key,
    toString(c.date), toString(d.date), toString(t.date)
] AS row, d, c
ORDER BY d.key, c.start, c.ordinal
RETURN collect(row) AS rows
