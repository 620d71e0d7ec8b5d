// What stands beside the document `d`.
MATCH (d)-[e:{{relations}}]->(o:Document)
WHERE e.derived IS NULL
    OR NOT EXISTS { MATCH (d)-[f:{{relations}}]->(o) WHERE f.derived IS NULL }
RETURN 1 AS outward, toLower(type(e)) AS relation, 'document' AS kind, o.id AS id, o.key AS key
UNION ALL
MATCH (d)<-[e:{{relations}}]-(o:Document)
WHERE e.derived IS NULL
    OR NOT EXISTS { MATCH (d)<-[f:{{relations}}]-(o) WHERE f.derived IS NULL }
RETURN 0 AS outward, toLower(type(e)) AS relation, 'document' AS kind, o.id AS id, o.key AS key
UNION ALL
MATCH (d)<-[e:{{relations}}]-(i:Task)-[:PART_OF]->(o:Document)
RETURN DISTINCT 0 AS outward, toLower(type(e)) AS relation, 'task' AS kind, i.id AS id,
    o.key + '#' + i.path AS key
UNION ALL
MATCH (d)<-[:PART_OF]-(i:Task)
RETURN 0 AS outward, 'part_of' AS relation, 'task' AS kind, i.id AS id,
    d.key + '#' + i.path AS key
UNION ALL
MATCH (d)-[:ISSUED_BY]->(b:Body)
RETURN 1 AS outward, 'issued_by' AS relation, 'body' AS kind, b.id AS id, b.key AS key
