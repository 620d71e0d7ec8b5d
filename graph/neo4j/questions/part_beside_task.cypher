// What stands beside the task `i` of the document `own`.
MATCH (i)-[e:{{relations}}]->(d:Document)
RETURN DISTINCT 1 AS outward, toLower(type(e)) AS relation, 'document' AS kind, d.id AS id,
    d.key AS key
UNION ALL
RETURN 1 AS outward, 'part_of' AS relation, 'document' AS kind, own.id AS id, own.key AS key
UNION ALL
MATCH (i)-[:PART_OF]->(o:Task)
RETURN 1 AS outward, 'part_of' AS relation, 'task' AS kind, o.id AS id,
    own.key + '#' + o.path AS key
UNION ALL
MATCH (i)<-[:PART_OF]-(o:Task)
RETURN 0 AS outward, 'part_of' AS relation, 'task' AS kind, o.id AS id,
    own.key + '#' + o.path AS key
UNION ALL
MATCH (i)-[e:LED_BY|SUPPORTED_BY]->(b:Body)
RETURN DISTINCT 1 AS outward, toLower(type(e)) AS relation, 'body' AS kind, b.id AS id,
    b.key AS key
