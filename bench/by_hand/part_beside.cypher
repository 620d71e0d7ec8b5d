CALL (n) {
    MATCH (n)-[e]->(o:Document|Task|Body)
    WHERE type(e) <> 'AIMS_AT' AND (e.derived IS NULL
        OR NOT EXISTS { MATCH (n)-[f]->(o) WHERE f.derived IS NULL AND type(f) <> 'AIMS_AT' })
    RETURN 1 AS outward, e, n AS s, o, o AS t
    UNION ALL
    MATCH (n)<-[e]-(o:Document|Task|Body)
    WHERE type(e) <> 'AIMS_AT' AND (e.derived IS NULL
        OR NOT EXISTS { MATCH (n)<-[f]-(o) WHERE f.derived IS NULL AND type(f) <> 'AIMS_AT' })
    RETURN 0 AS outward, e, o AS s, o, n AS t
}
WITH outward, e, s, t, o, toLower(type(e)) AS relation ORDER BY outward DESC, CASE relation
    WHEN 'implements' THEN 0 WHEN 'continues' THEN 1 WHEN 'guides' THEN 2 WHEN 'reviews' THEN 3
    WHEN 'monitors' THEN 4 WHEN 'based_on' THEN 5 WHEN 'amends' THEN 6 WHEN 'replaces' THEN 7
    WHEN 'issues' THEN 8 WHEN 'cites' THEN 9 WHEN 'part_of' THEN 10 WHEN 'led_by' THEN 11
    WHEN 'supported_by' THEN 12 ELSE 13
END, o.key
WITH [o.key, o.type, o.number, o.symbol, toString(o.date), coalesce(o.title, o.text, o.name),
    s.key, relation, t.key, coalesce(e.quote, s.text), e.document, e.start, e.stop, coalesce(e.rule, 'registry')] AS row
RETURN count(*) AS total, collect(row)[..100] AS rows
