MATCH (m:Chidao:Document {key: $given.key})
CALL (m) {
    RETURN 'document_of_key' AS name, m.key AS asked, [[m.id]] AS rows
    UNION ALL
    RETURN 'citing_total' AS name, m.id AS asked, [[COUNT { (m)<-[:REFERS_TO]-() }]] AS rows
    UNION ALL
    CALL (m) {
        {{citing_page}}
    }
    RETURN 'citing_page' AS name, m.id AS asked, rows
}
RETURN collect([name, asked, rows]) AS rows
