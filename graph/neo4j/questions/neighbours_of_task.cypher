MATCH (n:Chidao {id: $given.number})-[:PART_OF]->(own:Document)
CALL (n, own) {
{{beside_task}}
}
RETURN collect([outward, relation, kind, o.id, key]) AS rows
