MATCH (s:Chidao:Store)
RETURN collect([s.version, coalesce(s.unindexed, false)]) AS rows
