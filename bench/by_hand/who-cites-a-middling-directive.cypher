MATCH (m:Chidao {key: $document})<-[:REFERS_TO]-(c:Citation)-[:MENTIONED_IN]->(d:Document)
WITH m, c, d ORDER BY d.key, c.start
WITH [d.key, c.name, c.quote, c.start, c.stop, c.status, c.method,
    head(COLLECT { MATCH (m)<-[:REPLACES]-(s:Document) RETURN s.key })] AS row
RETURN count(*) AS total, collect(row)[..100] AS rows
