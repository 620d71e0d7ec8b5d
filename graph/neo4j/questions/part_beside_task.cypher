// What stands beside the task `n` of the document `own`: the nodes `o` and the edges `ties` to
// them, the best first.
MATCH (n)-[e:{{relations}}]->(o:Document)
WITH e, o ORDER BY e.start, e.stop, e.rule
WITH o, toLower(type(e)) AS relation, collect(e) AS ties
RETURN 1 AS outward, relation, 'document' AS kind, o, ties, o.key AS key
UNION ALL
RETURN 1 AS outward, 'part_of' AS relation, 'document' AS kind, own AS o, [] AS ties, own.key AS key
UNION ALL
MATCH (n)-[:PART_OF]->(o:Task)
RETURN 1 AS outward, 'part_of' AS relation, 'task' AS kind, o, [] AS ties,
    own.key + '#' + o.path AS key
UNION ALL
MATCH (n)<-[:PART_OF]-(o:Task)
RETURN 0 AS outward, 'part_of' AS relation, 'task' AS kind, o, [] AS ties,
    own.key + '#' + o.path AS key
UNION ALL
MATCH (n)-[e:LED_BY|SUPPORTED_BY]->(o:Body)
WITH e, o ORDER BY e.ordinal
WITH o, toLower(type(e)) AS relation, collect(e) AS ties
RETURN 1 AS outward, relation, 'body' AS kind, o, ties, o.key AS key
