MATCH (r:Chidao:Document)<-[:REPLACES]-(s:Document) WHERE s.date <= date($day)
MATCH (r)<-[:REFERS_TO]-(c:Citation)-[:MENTIONED_IN]->(d:Document)
WHERE s.date < d.date AND d <> s
WITH d, c, r, s ORDER BY d.key, c.start
RETURN count(*) AS total,
    collect([d.key, c.name, c.quote, c.start, c.stop, c.status, c.method, r.key, s.key])[..100]
        AS rows
