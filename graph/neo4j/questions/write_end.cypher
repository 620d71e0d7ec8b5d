MATCH (s:Chidao:Store)
SET s.generation = s.generation + 1, s.next = $given.next, s.writer = $given.token
