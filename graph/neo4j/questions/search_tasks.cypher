CALL () {
    CALL db.index.fulltext.queryNodes('chidao_tasks', $given.whole) YIELD node
    RETURN collect(node.id) AS whole
}
CALL db.index.fulltext.queryNodes('chidao_tasks', $given.words) YIELD node AS i
MATCH (i)-[:PART_OF]->(d:Document)
WITH [i.id] AS row
ORDER BY NOT i.id IN whole, d.key, i.id SKIP $given.offset LIMIT $given.limit
RETURN collect(row) AS rows
