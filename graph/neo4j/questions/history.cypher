MATCH (s:Chidao:StatusChange)
WHERE EXISTS { (s)-[:CHANGES]->(:Task {id: $given.item}) }
    OR ($given.item IS NULL AND s.of_task = $given.task)
WITH [s.of_task, s.status, toString(s.on), s.by, s.note, s.at] AS row
ORDER BY s.at, s.on, s.status, s.by, s.note
RETURN collect(row) AS rows
