// A key is of one node: what a task holds no document does.
MATCH (i:Chidao:Task {key: $given.key})-[:PART_OF]->(own:Document)
MATCH (d:Chidao:Document {key: $given.target})
OPTIONAL MATCH (i)-[e:{{relations}}]->(d) WHERE toLower(type(e)) = $given.relation
WITH own, i, d, e ORDER BY e.start, e.stop, e.rule
WITH own, i, d, collect([null, own.key, own.id, e.start, e.stop, e.rule, e.quote]) AS places
WITH [
    ['document_of_key', own.key, [[own.id]]],
    ['document_of_key', d.key, [[d.id]]],
    ['document_of_key', i.key, []],
    ['task_of_path', own.id, [[i.id]]],
    ['label_documents', [d.id], [{{label}}]],
    ['places_of_target', [[i.id, $given.relation, d.id]], CASE
        WHEN places[0][3] IS NULL THEN [] ELSE places
    END]
] AS told
RETURN coalesce(head(collect(told)), []) AS rows
