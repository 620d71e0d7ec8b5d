MATCH (i:Chidao {id: $item})
SET i.changed = true
CREATE (s:Chidao:StatusChange)-[:CHANGES]->(i)
SET s = {of_document: $of_document, of_task: $of_task, text: $text, status: $status,
    on: date($on), by: $by, note: $note, at: $at}
