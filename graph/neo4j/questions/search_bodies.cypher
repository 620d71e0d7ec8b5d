CALL () {
    CALL db.index.fulltext.queryNodes('chidao_bodies', $given.whole) YIELD node
    RETURN collect(node.id) AS whole
}
CALL db.index.fulltext.queryNodes('chidao_bodies', $given.words) YIELD node AS b
WITH [b.id] AS row
ORDER BY NOT b.id IN whole, b.key SKIP $given.offset LIMIT $given.limit
RETURN collect(row) AS rows
