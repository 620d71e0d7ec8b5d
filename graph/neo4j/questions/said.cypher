MATCH (s:Chidao:StatusChange)
WITH [s.of_document, s.text, s.of_task, s.status, toString(s.on), s.by, s.note, s.at] AS row
ORDER BY s.of_document, s.of_task, s.at, s.on, s.status, s.by, s.note
RETURN collect(row) AS rows
