MATCH (s:Chidao:Store)
RETURN collect([s.generation]) AS rows
