MATCH (s:Chidao:StatusChange)
WHERE EXISTS { (s)-[:CHANGES]->(:Task {id: $item}) } OR ($item IS NULL AND s.of_task = $task)
RETURN s.of_task, s.status, toString(s.on), s.by, s.note, s.at
ORDER BY s.at, s.on, s.status, s.by, s.note
