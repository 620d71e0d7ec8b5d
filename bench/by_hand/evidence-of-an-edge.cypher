MATCH (:Chidao {key: $source})-[e:IMPLEMENTS]->(t:Chidao {key: $document})
WITH e, t ORDER BY e.start, e.stop, e.rule
RETURN collect([t.key, t.type, t.number, t.symbol, toString(t.date), t.title, e.document, e.start,
    e.stop, e.quote, e.rule]) AS rows
