// What stands beside the document `n`: the nodes `o`, each edge to them, the best first where
// several are alike, and the node `s` that it leads from. A task's edges tell whose it is.
CALL (n) {
    MATCH (n)-[e:{{relations}}|ISSUED_BY]->(o:Document|Body)
    WHERE e.derived IS NULL
        OR NOT EXISTS { MATCH (n)-[f:{{relations}}]->(o) WHERE f.derived IS NULL }
    RETURN 1 AS outward, e, o, n AS s
    UNION ALL
    MATCH (n)<-[e:{{relations}}|PART_OF]-(o:Document|Task)
    WHERE e.derived IS NULL
        OR NOT EXISTS { MATCH (n)<-[f:{{relations}}]-(o) WHERE f.derived IS NULL }
    RETURN 0 AS outward, e, o, o AS s
}
WITH n, outward, e, o, s, toLower(type(e)) AS relation, CASE
    WHEN o:Document THEN 'document' WHEN o:Task THEN 'task' ELSE 'body'
END AS kind
WITH *, CASE kind WHEN 'task' THEN e.document + '#' + o.path ELSE o.key END AS key
