UNWIND $given.followed AS row
MATCH (s) WHERE elementId(s) = row.change
MATCH (i:Chidao {id: row.item})
SET s.of_task = row.task, s.text = row.text, i.changed = true
CREATE (s)-[:CHANGES]->(i)
