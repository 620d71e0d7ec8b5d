// The hints hold where the server has not counted yet what was just loaded.
MATCH (e:Chidao:Evidence {registered: true})
MATCH (s:Chidao {id: e.source}) USING INDEX SEEK s:Chidao(id)
MATCH (t:Chidao {id: e.target}) USING INDEX SEEK t:Chidao(id)
WITH [s.key, e.relation, t.key, e.words, e.origin] AS row
ORDER BY s.key, e.relation, t.key
RETURN collect(row) AS rows
