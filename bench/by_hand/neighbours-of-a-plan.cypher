MATCH (n:Chidao {key: $plan})
CALL (n) {
    MATCH (n)-[e]->(o:Document|Task|Body) WHERE e.derived IS NULL AND type(e) <> 'AIMS_AT'
    RETURN 1 AS outward, e, o
    UNION ALL
    MATCH (n)<-[e]-(o:Document|Task|Body) WHERE e.derived IS NULL AND type(e) <> 'AIMS_AT'
    RETURN 0 AS outward, e, o
}
WITH outward, e, o ORDER BY outward DESC, type(e), o.key
WITH [outward, type(e), o.id, o.key, o.type, o.number, o.symbol, toString(o.date), o.path,
    coalesce(o.title, o.text, o.name), e.document, e.start, e.stop, e.quote, e.rule] AS row
RETURN count(*) AS total, collect(row)[..100] AS rows
