// Bodies that nothing calls by a name any more.
UNWIND $given.printed AS pair
MATCH (b:Chidao {id: pair[0]})
WHERE NOT EXISTS { (b)<-[:LED_BY|SUPPORTED_BY {text: pair[1]}]-() }
    AND NOT EXISTS { (b)<-[:ISSUED_BY]-(:Document {issuer: pair[1]}) }
RETURN collect(DISTINCT [b.id]) AS rows
