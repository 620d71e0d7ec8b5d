MATCH (i:Chidao:Task {key: $given.document + '#' + $given.path})
    -[e:{{relations}}]->(o:Chidao {key: $given.target})
WHERE toLower(type(e)) = $given.relation
WITH o, e ORDER BY e.start, e.stop, e.rule
RETURN collect([o.type, o.number, o.symbol, toString(o.date), o.title, e.document, null, e.start,
    e.stop, e.rule, e.quote]) AS rows
