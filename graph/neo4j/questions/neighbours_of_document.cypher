MATCH (n:Chidao {id: $given.number})
{{beside_document}}
RETURN collect(DISTINCT [outward, relation, kind, o.id, key]) AS rows
