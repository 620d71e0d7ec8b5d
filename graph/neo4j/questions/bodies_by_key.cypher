UNWIND $given.keys AS key
MATCH (b:Chidao {key: key}) USING INDEX SEEK b:Chidao(key)
WHERE b.body_words IS NOT NULL
RETURN collect([b.id, b.key, b.name]) AS rows
