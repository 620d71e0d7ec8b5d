MATCH (s:Chidao:Store) RETURN s.generation
