MATCH (s:Chidao:Document {key: $given.document}), (t:Chidao:Document {key: $given.target})
WITH t, [[0, s.id, $given.relation, t.id]] AS edges
CALL (edges) {
    {{places_of_edge}}
}
UNWIND rows AS row
RETURN collect([t.type, t.number, t.symbol, toString(t.date), t.title] + row[1..]) AS rows
