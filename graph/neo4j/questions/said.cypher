MATCH (s:Chidao:StatusChange)
RETURN s.of_document, s.text, s.of_task, s.status, toString(s.on), s.by, s.note, s.at
ORDER BY s.of_document, s.of_task, s.at, s.on, s.status, s.by, s.note
