MATCH (d:Chidao:Document {key: $given.key})
CALL (d) {
{{beside_document}}
}
WITH d, collect([outward, relation, kind, id, key]) AS beside
WITH d, beside, CASE WHEN size(beside) <= $given.most THEN beside ELSE [] END AS few
WITH d, beside, few, [
    one IN few | CASE one[0]
        WHEN 1 THEN [[d.id, one[1], one[3]], d.id, one[1], one[3]]
        ELSE [[one[3], one[1], d.id], one[3], one[1], d.id]
    END + [CASE
        WHEN one[1] = 'part_of' THEN 'places_of_item'
        WHEN one[1] = 'issued_by' THEN 'places_of_issuer'
        WHEN one[2] = 'task' THEN 'places_of_target'
        ELSE 'places_of_edge'
    END]
] AS ties
CALL (d, beside, few, ties) {
    RETURN 'document_of_key' AS name, d.key AS asked, [[d.id]] AS rows
    UNION ALL
    RETURN 'neighbours_of_document' AS name, d.id AS asked, beside AS rows
    UNION ALL
    {{ahead_beside}}
    UNION ALL
    WITH [edge IN ties WHERE edge[4] = 'places_of_issuer'] AS edges
    CALL (edges) {
        {{places_of_issuer}}
    }
    RETURN 'places_of_issuer' AS name, [edge IN edges | edge[0]] AS asked, rows
    UNION ALL
    WITH [edge IN ties WHERE edge[4] = 'places_of_edge'] AS edges
    CALL (edges) {
        {{places_of_edge}}
    }
    RETURN 'places_of_edge' AS name, [edge IN edges | edge[0]] AS asked, rows
}
RETURN collect([name, asked, rows]) AS rows
