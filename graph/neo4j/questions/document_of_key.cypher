MATCH (d:Chidao:Document {key: $given.key})
RETURN collect([d.id]) AS rows
