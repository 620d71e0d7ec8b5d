MATCH (i:Chidao {id: $given.number})-[:PART_OF]->(own:Document)
CALL (i, own) {
{{beside_task}}
}
RETURN collect([outward, relation, kind, id, key]) AS rows
