// The page of mentions of the document `m`.
MATCH (m)<-[:REFERS_TO]-(c:Citation)-[:MENTIONED_IN]->(d:Document)
WITH m, c, d ORDER BY d.key, c.start, c.ordinal SKIP $given.offset LIMIT $given.limit
WITH [d.key, c.name, d.id, c.start, c.stop, c.quote, c.status, c.method, $given.key, head(COLLECT {
    MATCH (m)<-[:REPLACES]-(s:Document)
    WHERE s.date IS NULL OR s.date <= date($given.as_of)
    RETURN s.key ORDER BY s.date IS NULL, s.date, s.key LIMIT 1
})] AS row
ORDER BY d.key, c.start, c.ordinal
RETURN collect(row) AS rows
