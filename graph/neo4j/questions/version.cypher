MATCH (s:Chidao:Store) RETURN s.version
