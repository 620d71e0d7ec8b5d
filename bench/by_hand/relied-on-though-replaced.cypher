MATCH (r:Chidao:Document)<-[:REPLACES]-(s:Document) WHERE s.date <= date($day)
WITH r, s ORDER BY s.date, s.key
WITH r, collect(s) AS successors
MATCH (r)<-[:REFERS_TO]-(c:Citation)-[:MENTIONED_IN]->(d:Document)-[:READ_FROM]->(l:Source)
WHERE NOT EXISTS { (d)-[:REPLACES]->(r) }
WITH r, c, d, [
    s IN successors WHERE s.date < coalesce(l.date, l.period_from, c.by) | s.key
] AS keys
WHERE size(keys) > 0
WITH d, c, r, keys ORDER BY d.key, c.start, c.ordinal
RETURN count(*) AS total,
    collect([d.key, c.name, c.quote, c.start, c.stop, c.status, c.method, r.key, keys[0]])[..100]
        AS rows
