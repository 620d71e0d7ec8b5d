UNWIND tasks AS number
MATCH (i:Chidao {id: number})-[:PART_OF]->(d:Document)
WITH i, d, {{said}} AS said
RETURN collect([i.id, d.id, d.key, d.type, d.number, d.symbol, d.title, i.path, i.kind, i.start,
    i.stop, i.text, i.rule, toString(i.due_earliest), toString(i.due_latest), {{state}}]) AS rows
