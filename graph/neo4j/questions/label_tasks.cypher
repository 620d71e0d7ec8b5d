UNWIND $given.numbers AS number
MATCH (i:Chidao {id: number})-[:PART_OF]->(d:Document)
RETURN collect([i.id, d.key, i.path, i.text, toString(i.due_latest)]) AS rows
