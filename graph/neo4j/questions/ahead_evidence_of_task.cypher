MATCH (own:Chidao:Document {key: $given.document})<-[:PART_OF]-(i:Task {path: $given.path})
WITH own, i ORDER BY i.id LIMIT 1
MATCH (t:Chidao:Document {key: $given.target})
CALL (own, i, t) {
    RETURN 'document_of_key' AS name, own.key AS asked, [[own.id]] AS rows
    UNION ALL
    RETURN 'document_of_key' AS name, t.key AS asked, [[t.id]] AS rows
    UNION ALL
    {{ahead_of_task}}
    UNION ALL
    RETURN 'task_of_path' AS name, own.id AS asked, [[i.id]] AS rows
    UNION ALL
    WITH [t.id] AS numbers
    CALL (numbers) {
        {{label_documents}}
    }
    RETURN 'label_documents' AS name, numbers AS asked, rows
    UNION ALL
    WITH [i.id, $given.relation, t.id] AS ends
    WITH ends, [[ends] + ends] AS edges
    CALL (edges) {
        {{places_of_target}}
    }
    RETURN 'places_of_target' AS name, [ends] AS asked, rows
}
RETURN collect([name, asked, rows]) AS rows
