CALL () {
    MATCH (d:Chidao:Document {place: 'lam-dong'}) RETURN count(d) AS total
}
CALL () {
    MATCH (d:Chidao:Document {place: 'lam-dong'})
    WITH d ORDER BY d.key LIMIT 100
    WITH [d.key, d.type, d.number, d.symbol, toString(d.date), d.issuer, d.term, d.jurisdiction,
        d.title, d.standing, d.status,
        COUNT { MATCH (d)<-[:PART_OF]-(i:Task) WHERE i.kind IN ['task', 'assignment'] },
        COUNT { (d)<-[:MENTIONED_IN]-() },
        COUNT { MATCH (d)<-[:REFERS_TO]-()-[:MENTIONED_IN]->(o) WHERE o <> d RETURN DISTINCT o }
    ] AS row
    RETURN collect(row) AS rows
}
RETURN total, rows
