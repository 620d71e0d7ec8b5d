MATCH (s:Chidao {key: $source})-[e:IMPLEMENTS]->(t:Chidao {key: $document})
WITH s, e, t ORDER BY e.start, e.stop, e.rule
RETURN count(*) AS total, collect([t.key, t.type, t.number, t.symbol, toString(t.date), t.title,
    s.key, 'implements', t.key, e.quote, e.document, e.start, e.stop, e.rule]) AS rows
