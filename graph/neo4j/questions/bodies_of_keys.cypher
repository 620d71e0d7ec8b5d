UNWIND $given.keys AS key
MATCH (b:Chidao:Body {key: key})
RETURN collect([b.key, b.id, b.name, b.registered, b.called]) AS rows
