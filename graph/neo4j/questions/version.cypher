MATCH (s:Chidao:Store) RETURN s.version, coalesce(s.unindexed, false)
