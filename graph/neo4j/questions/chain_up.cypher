MATCH (x:Chidao {id: $given.document})
{{above}}
RETURN collect([s.id, toLower(type(e)), d.id, d.key]) AS rows
