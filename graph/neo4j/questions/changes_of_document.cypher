MATCH (s:Chidao {of_document: $given.document})
RETURN elementId(s), s.of_task, s.text, s.status, toString(s.on), s.by, s.note, s.at
ORDER BY s.at, s.on, s.status, s.by, s.note
