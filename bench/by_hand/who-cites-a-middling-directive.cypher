MATCH (m:Chidao {key: $document})<-[:REFERS_TO]-(c:Citation)-[:MENTIONED_IN]->(d:Document)
WITH m, c, d ORDER BY d.key, c.start, c.ordinal
WITH m, collect([d.key, c.name, c.quote, c.start, c.stop, c.status, c.method, m.key]) AS found,
    head(COLLECT {
        MATCH (m)<-[:REPLACES]-(s:Document) WHERE s.date IS NULL OR s.date <= date($day)
        RETURN s.key ORDER BY s.date IS NULL, s.date, s.key LIMIT 1
    }) AS successor
RETURN size(found) AS total, [row IN found[..100] | row + [successor]] AS rows
