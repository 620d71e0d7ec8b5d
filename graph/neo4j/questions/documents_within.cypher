MATCH (d:Chidao:Document)
WHERE d.key STARTS WITH $given.place + '/' OR d.key STARTS WITH $given.place + '.'
RETURN collect([d.id]) AS rows
