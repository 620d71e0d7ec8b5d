MATCH (e:Chidao:Evidence {registered: true})
MATCH (s:Chidao {id: e.source})
MATCH (t:Chidao {id: e.target})
RETURN s.key, e.relation, t.key, e.words, e.origin
ORDER BY s.key, e.relation, t.key
