UNWIND $given.tasks AS number
MATCH (i:Chidao {id: number})-[:PART_OF]->(d:Document)
WITH i, d, {{said}} AS said
RETURN collect({{row}}) AS rows
