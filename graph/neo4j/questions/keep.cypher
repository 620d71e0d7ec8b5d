UNWIND $given.said AS row
MERGE (s:Chidao {
    of_task: row.of_task, at: row.at, status: row.status, on: date(row.on), by: row.by, note: row.note
})
ON CREATE SET s:StatusChange, s.of_document = row.of_document, s.text = row.text
