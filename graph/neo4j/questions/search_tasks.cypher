// Tasks that have the words themselves come first, and are mostly enough for the page.
CALL () {
    CALL db.index.fulltext.queryNodes('chidao_tasks', $given.whole) YIELD node AS i
    MATCH (i)-[:PART_OF]->(d:Document)
    WITH d.key AS key, i.id AS number
    ORDER BY key, number SKIP $given.offset LIMIT $given.limit
    RETURN collect([number]) AS page
}
CALL (page) {
    WITH page WHERE size(page) = $given.limit
    UNWIND page AS row
    RETURN row
    UNION ALL
    WITH page WHERE size(page) < $given.limit
    CALL () {
        CALL db.index.fulltext.queryNodes('chidao_tasks', $given.whole) YIELD node
        RETURN collect(node.id) AS first
    }
    CALL db.index.fulltext.queryNodes('chidao_tasks', $given.words) YIELD node AS i
    MATCH (i)-[:PART_OF]->(d:Document)
    WITH NOT i.id IN first AS later, d.key AS key, i.id AS number
    ORDER BY later, key, number SKIP $given.offset LIMIT $given.limit
    RETURN [number] AS row
}
RETURN collect(row) AS rows
