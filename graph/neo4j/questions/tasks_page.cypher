// Documents are walked over in the order of their keys until the page is full.
MATCH (d:Chidao:Document)
WITH d ORDER BY d.key
CALL (d) {
    MATCH (d)<-[:PART_OF]-(i:Task)
    WHERE {{filters}}
    RETURN i.id AS task ORDER BY task
}
WITH task SKIP $given.offset LIMIT $given.limit
RETURN collect([task]) AS rows
