MATCH (x:Chidao {id: $given.document})
{{below}}
RETURN collect([d.id, toLower(type(e)), s.id, s.key]) AS rows
