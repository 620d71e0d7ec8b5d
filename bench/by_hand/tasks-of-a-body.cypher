CALL () {
    CALL db.index.fulltext.queryNodes('chidao_body_names', '"so-y-te"') YIELD node
    MATCH (b:Body)-[:PART_OF]->{0,}(node)
    WITH DISTINCT b
    MATCH (b)<-[:LED_BY|SUPPORTED_BY]-(i:Task) WHERE i.kind IN ['task', 'assignment']
    RETURN count(DISTINCT i) AS total
}
CALL () {
    CALL db.index.fulltext.queryNodes('chidao_body_names', '"so-y-te"') YIELD node
    MATCH (b:Body)-[:PART_OF]->{0,}(node)
    WITH DISTINCT b
    MATCH (b)<-[:LED_BY|SUPPORTED_BY]-(i:Task) WHERE i.kind IN ['task', 'assignment']
    WITH DISTINCT i
    MATCH (i)-[:PART_OF]->(d:Document)
    RETURN i, d ORDER BY d.key, i.id LIMIT 100
}
RETURN total, collect({{task}}) AS rows
