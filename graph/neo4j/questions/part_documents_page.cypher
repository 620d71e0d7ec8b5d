// The page of the documents `d`.
WITH d ORDER BY d.key SKIP $given.offset LIMIT $given.limit
WITH [
    d.key, d.type, d.number, d.symbol, toString(d.date), d.issuer, d.term, d.jurisdiction,
    d.title, d.standing, d.status,
    COUNT { MATCH (d)<-[:PART_OF]-(i:Task) WHERE i.kind IN ['task', 'assignment'] },
    COUNT { MATCH (d)<-[:MENTIONED_IN]-() },
    COUNT {
        MATCH (d)<-[:REFERS_TO]-(:Citation)-[:MENTIONED_IN]->(o:Document) WHERE o <> d
        RETURN DISTINCT o
    }
] AS row
ORDER BY d.key
RETURN collect(row) AS rows
