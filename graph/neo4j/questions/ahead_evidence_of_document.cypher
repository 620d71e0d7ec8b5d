MATCH (s:Chidao:Document {key: $given.source}), (t:Chidao:Document {key: $given.target})
CALL (s, t) {
    RETURN 'document_of_key' AS name, s.key AS asked, [[s.id]] AS rows
    UNION ALL
    RETURN 'document_of_key' AS name, t.key AS asked, [[t.id]] AS rows
    UNION ALL
    WITH [t.id] AS numbers
    CALL (numbers) {
        {{label_documents}}
    }
    RETURN 'label_documents' AS name, numbers AS asked, rows
    UNION ALL
    WITH [s.id, $given.relation, t.id] AS ends
    WITH ends, [[ends] + ends] AS edges
    CALL (edges) {
        {{places_of_edge}}
    }
    RETURN 'places_of_edge' AS name, [ends] AS asked, rows
}
RETURN collect([name, asked, rows]) AS rows
