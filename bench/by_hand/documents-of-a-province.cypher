MATCH (d:Chidao:Document {place: 'lam-dong'})
WITH collect(d) AS found
CALL (found) {
    UNWIND found AS d
    WITH d ORDER BY d.key LIMIT 100
    RETURN collect([d.key, d.type, d.number, d.symbol, toString(d.date), d.issuer, d.term,
        d.jurisdiction, d.title, d.standing, d.status,
        COUNT { MATCH (d)<-[:PART_OF]-(i:Task) WHERE i.kind IN ['task', 'assignment'] },
        COUNT { (d)<-[:MENTIONED_IN]-() },
        COUNT { MATCH (d)<-[:REFERS_TO]-()-[:MENTIONED_IN]->(o) WHERE o <> d RETURN DISTINCT o }
    ]) AS rows
}
RETURN size(found) AS total, rows
