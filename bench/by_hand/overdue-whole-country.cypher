CALL () {
    MATCH (i:Chidao)
    WHERE i.due_latest < date($day) AND i.kind IN ['task', 'assignment'] AND {{open}}
    RETURN count(i) AS total
}
CALL () {
    MATCH (d:Chidao:Document)
    WITH d ORDER BY d.key
    CALL (d) {
        MATCH (d)<-[:PART_OF]-(i:Task)
        WHERE i.due_latest < date($day) AND i.kind IN ['task', 'assignment'] AND {{open}}
        RETURN i ORDER BY i.id
    }
    RETURN i, d LIMIT 100
}
RETURN total, collect({{task}}) AS rows
