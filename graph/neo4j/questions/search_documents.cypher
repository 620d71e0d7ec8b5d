CALL () {
    CALL db.index.fulltext.queryNodes('chidao_documents', $given.named) YIELD node
    RETURN collect(node.id) AS named
}
CALL () {
    CALL db.index.fulltext.queryNodes('chidao_documents', $given.whole) YIELD node
    RETURN collect(node.id) AS whole
}
CALL db.index.fulltext.queryNodes('chidao_documents', $given.words) YIELD node AS d
WITH [d.id] AS row
ORDER BY NOT d.id IN named, NOT d.id IN whole,
    CASE d.standing WHEN 'loaded' THEN 0 WHEN 'registered' THEN 1 ELSE 2 END, d.date IS NULL,
    d.date DESC, d.key SKIP $given.offset LIMIT $given.limit
RETURN collect(row) AS rows
