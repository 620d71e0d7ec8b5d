MATCH (i:Chidao {id: $given.item})
SET i.changed = true
CREATE (s:Chidao:StatusChange)-[:CHANGES]->(i)
SET s = {of_document: $given.of_document, of_task: $given.of_task, text: $given.text,
    status: $given.status, on: date($given.on), by: $given.by, note: $given.note, at: $given.at}
