MATCH (s:Chidao:Store) REMOVE s.unindexed
