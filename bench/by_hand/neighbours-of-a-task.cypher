MATCH (n:Chidao {key: $task})
CALL (n) {
    MATCH (n)-[e]->(o:Document|Task|Body)
    RETURN 1 AS outward, e, o
    UNION ALL
    MATCH (n)<-[e]-(o:Document|Task|Body)
    RETURN 0 AS outward, e, o
}
RETURN collect([outward, type(e), o.key, coalesce(o.title, o.text, o.name), e.document, e.start,
    e.stop, e.quote, e.rule]) AS rows
