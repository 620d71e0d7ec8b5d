MATCH (s:Chidao:Store) RETURN s.generation, s.next, s.writer
