MATCH (d:Chidao {id: $given.number})
CALL (d) {
{{beside_document}}
}
RETURN collect([outward, relation, kind, id, key]) AS rows
