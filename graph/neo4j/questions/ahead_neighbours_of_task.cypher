MATCH (own:Chidao:Document {key: $given.document})<-[:PART_OF]-(i:Task {path: $given.path})
WITH own, i ORDER BY i.id LIMIT 1
CALL (i, own) {
{{beside_task}}
}
WITH own, i, collect([outward, relation, kind, id, key]) AS beside
WITH own, i, beside, CASE WHEN size(beside) <= $given.most THEN beside ELSE [] END AS few
WITH own, i, beside, few, [
    one IN few | CASE one[0]
        WHEN 1 THEN [[i.id, one[1], one[3]], i.id, one[1], one[3]]
        ELSE [[one[3], one[1], i.id], one[3], one[1], i.id]
    END + [CASE
        WHEN one[1] = 'part_of' THEN 'places_of_item'
        WHEN one[2] = 'body' THEN 'places_of_phrase'
        ELSE 'places_of_target'
    END]
] AS ties
CALL (own, i, beside, few, ties) {
    RETURN 'document_of_key' AS name, own.key AS asked, [[own.id]] AS rows
    UNION ALL
    {{ahead_of_task}}
    UNION ALL
    RETURN 'task_of_path' AS name, own.id AS asked, [[i.id]] AS rows
    UNION ALL
    RETURN 'neighbours_of_task' AS name, i.id AS asked, beside AS rows
    UNION ALL
    {{ahead_beside}}
    UNION ALL
    WITH [edge IN ties WHERE edge[4] = 'places_of_phrase'] AS edges
    CALL (edges) {
        {{places_of_phrase}}
    }
    RETURN 'places_of_phrase' AS name, [edge IN edges | edge[0]] AS asked, rows
    UNION ALL
    WITH CASE WHEN any(edge IN ties WHERE edge[4] = 'places_of_phrase')
        THEN [own.id] ELSE [] END AS documents
    CALL (documents) {
        {{texts}}
    }
    RETURN 'texts' AS name, documents AS asked, rows
}
RETURN collect([name, asked, rows]) AS rows
