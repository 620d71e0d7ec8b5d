MATCH (s:Chidao:Store)
SET s.generation = s.generation + 1, s.next = $next, s.writer = $token
